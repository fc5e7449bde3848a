// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

/// @title ERC-4907: a user beside the owner of a token, until a date
/// @dev Interface id 0xad092b5c. https://eips.ethereum.org/EIPS/eip-4907
interface IERC4907 {
    /// @notice The user or the expiry of a token changed; the zero address is no user.
    event UpdateUser(uint256 indexed tokenId, address indexed user, uint64 expires);

    /// @notice Sets the user and the last Unix second of the term.
    function setUser(uint256 tokenId, address user, uint64 expires) external;

    /// @notice The user whose term runs now, or the zero address.
    function userOf(uint256 tokenId) external view returns (address);

    /// @notice The last Unix second of the term, as stored.
    function userExpires(uint256 tokenId) external view returns (uint256);
}
