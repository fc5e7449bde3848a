// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

// What Seaport 1.6 hands to a zone; field for field as in its ConsiderationStructs.

/// @notice Kind of an order item; the last two name a set of tokens by Merkle root.
enum ItemType {
    NATIVE,
    ERC20,
    ERC721,
    ERC1155,
    ERC721_WITH_CRITERIA,
    ERC1155_WITH_CRITERIA
}

/// @notice An item the offerer gives.
struct SpentItem {
    ItemType itemType;
    address token;
    uint256 identifier;
    uint256 amount;
}

/// @notice An item someone receives.
struct ReceivedItem {
    ItemType itemType;
    address token;
    uint256 identifier;
    uint256 amount;
    address payable recipient;
}

/// @notice One order as it is being filled.
struct ZoneParameters {
    bytes32 orderHash;
    address fulfiller;
    address offerer;
    SpentItem[] offer;
    ReceivedItem[] consideration;
    bytes extraData;
    bytes32[] orderHashes;
    uint256 startTime;
    uint256 endTime;
    bytes32 zoneHash;
}

/// @notice A Seaport improvement proposal the zone follows.
struct Schema {
    uint256 id;
    bytes metadata;
}

/// @title Zone of Seaport 1.6
/// @dev `supportsInterface` is declared here too, as Seaport does, so that the interface id is the same.
interface ZoneInterface is IERC165 {
    /// @notice Called before any transfer of a fill; answers its own selector or the order is not filled.
    function authorizeOrder(ZoneParameters calldata zoneParameters) external returns (bytes4);

    /// @notice Called after all transfers of a fill; answers its own selector or the fill is undone.
    function validateOrder(ZoneParameters calldata zoneParameters) external returns (bytes4);

    /// @notice Name of the zone and the schemas it follows (SIP-5).
    function getSeaportMetadata() external view returns (string memory name, Schema[] memory schemas);

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external view override returns (bool);
}
