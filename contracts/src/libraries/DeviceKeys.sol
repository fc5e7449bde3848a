// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {P256} from "@openzeppelin/contracts/utils/cryptography/P256.sol";
import {IDevicePositions} from "../interfaces/IDevicePositions.sol";

/// @title Names and signatures of device keys
library DeviceKeys {
    /// @notice A device's name on chain: `keccak256(abi.encode(keyType, x, y))`.
    function id(IDevicePositions.DeviceKey calldata key) internal pure returns (bytes32) {
        return keccak256(abi.encode(key));
    }

    /// @notice Whether `signature` is the key's over an EIP-712 digest; false for anything malformed.
    /// @dev secp256k1: 65 bytes r‖s‖v over the digest. P-256: 64 bytes r‖s over sha256 of the digest, because WebCrypto
    /// and secure elements hash what they sign; by the precompile where the chain has it (RIP-7212, EIP-7951), else in
    /// Solidity. High s is refused on both curves.
    function verify(IDevicePositions.DeviceKey calldata key, bytes32 digest, bytes calldata signature)
        internal
        view
        returns (bool)
    {
        if (key.keyType == IDevicePositions.KeyType.P256) {
            if (signature.length != 64) return false;
            return P256.verify(
                sha256(abi.encode(digest)), bytes32(signature[:32]), bytes32(signature[32:]), key.x, key.y
            );
        }
        (address signer, ECDSA.RecoverError failure,) = ECDSA.tryRecoverCalldata(digest, signature);
        return failure == ECDSA.RecoverError.NoError
            && signer == address(uint160(uint256(keccak256(abi.encode(key.x, key.y)))));
    }
}
