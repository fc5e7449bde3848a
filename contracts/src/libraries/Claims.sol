// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {IDevicePositions} from "../interfaces/IDevicePositions.sol";

/// @title EIP-712 struct hashes of what is signed for a position
library Claims {
    bytes32 internal constant REGISTRATION_TYPEHASH = keccak256(
        "Registration(address owner,bytes32 deviceId,bytes32 network,bytes32 model,uint64 cell,bytes32 place,bytes32 metadata,uint256 nonce,uint256 deadline)"
    );
    bytes32 internal constant REASSIGNMENT_TYPEHASH = keccak256(
        "Reassignment(uint256 tokenId,address owner,bytes32 network,bytes32 model,uint64 cell,bytes32 place,bytes32 metadata,uint256 nonce,uint256 deadline)"
    );
    bytes32 internal constant SURRENDER_TYPEHASH = keccak256(
        "Surrender(uint256 tokenId,address user,address newUser,uint64 newExpires,uint256 nonce,uint256 deadline)"
    );

    /// @dev All fields are static, so the ABI encoding of the struct is its EIP-712 encoding without the type hash.
    function hash(IDevicePositions.Registration calldata claim) internal pure returns (bytes32) {
        return keccak256(abi.encode(REGISTRATION_TYPEHASH, claim));
    }

    function hash(IDevicePositions.Reassignment calldata claim) internal pure returns (bytes32) {
        return keccak256(abi.encode(REASSIGNMENT_TYPEHASH, claim));
    }

    function hashSurrender(
        uint256 tokenId,
        address user,
        address newUser,
        uint64 newExpires,
        uint256 nonce,
        uint256 deadline
    ) internal pure returns (bytes32) {
        return keccak256(abi.encode(SURRENDER_TYPEHASH, tokenId, user, newUser, newExpires, nonce, deadline));
    }
}
