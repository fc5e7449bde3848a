// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {DevicePositions} from "../../src/DevicePositions.sol";
import {IDevicePositions} from "../../src/interfaces/IDevicePositions.sol";
import {Test} from "./Test.sol";
import {Vm} from "./Vm.sol";

/// @title People, devices, and claims signed as devices and people sign them
/// @dev Hashes are computed here from the EIP-712 and design texts, not from the contract's own code, so that the two
/// check each other. Devices are named by a seed; the same seed is the same key.
abstract contract Signing is Test {
    /// @dev Order of the secp256k1 and P-256 groups.
    uint256 internal constant SECP256K1_N = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
    uint256 internal constant P256_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551;

    uint256 internal constant ATTESTER_KEY = uint256(keccak256("attester"));
    uint256 internal constant ALICE_KEY = uint256(keccak256("alice"));
    uint256 internal constant BOB_KEY = uint256(keccak256("bob"));
    uint256 internal constant CAROL_KEY = uint256(keccak256("carol"));
    address internal constant ADMIN = address(0xAD);

    IDevicePositions.KeyType internal constant SECP256K1 = IDevicePositions.KeyType.Secp256k1;
    IDevicePositions.KeyType internal constant P256 = IDevicePositions.KeyType.P256;

    /// @dev A device of a test: its curve, its secret, its key.
    struct TestDevice {
        uint256 secret;
        IDevicePositions.DeviceKey key;
    }

    DevicePositions internal positions;
    address internal attester = vm.addr(ATTESTER_KEY);
    address internal alice = vm.addr(ALICE_KEY);
    address internal bob = vm.addr(BOB_KEY);
    address internal carol = vm.addr(CAROL_KEY);

    /*//////////////////////////////////////////////////////////////
                                DEVICES
    //////////////////////////////////////////////////////////////*/

    function device(IDevicePositions.KeyType keyType, uint256 seed) internal returns (TestDevice memory) {
        // below the order of both groups, and never zero
        uint256 secret = uint256(keccak256(abi.encode("device", seed))) >> 1 | 1;
        (uint256 x, uint256 y) = keyType == P256 ? vm.publicKeyP256(secret) : _publicKey(secret);
        return TestDevice(secret, IDevicePositions.DeviceKey(keyType, bytes32(x), bytes32(y)));
    }

    function deviceIdOf(IDevicePositions.DeviceKey memory key) internal pure returns (bytes32) {
        return keccak256(abi.encode(uint8(key.keyType), key.x, key.y));
    }

    /// @dev A device's signature over an EIP-712 digest, in the form its curve has.
    function signAs(TestDevice memory from, bytes32 digest_) internal pure returns (bytes memory) {
        if (from.key.keyType == SECP256K1) return signAs(from.secret, digest_);
        (bytes32 r, bytes32 s) = vm.signP256(from.secret, sha256(abi.encodePacked(digest_)));
        if (uint256(s) > P256_N / 2) s = bytes32(P256_N - uint256(s));
        return abi.encodePacked(r, s);
    }

    function signAs(uint256 privateKey, bytes32 digest_) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(privateKey, digest_);
        return abi.encodePacked(r, s, v);
    }

    /// @dev The other secp256k1 signature of the same digest, with s above half the order.
    function highTwin(bytes memory signature) internal pure returns (bytes memory) {
        bytes32 r;
        bytes32 s;
        assembly {
            r := mload(add(signature, 32))
            s := mload(add(signature, 64))
        }
        uint8 v = uint8(signature[64]) == 27 ? 28 : 27;
        return abi.encodePacked(r, SECP256K1_N - uint256(s), v);
    }

    function _publicKey(uint256 secret) private returns (uint256, uint256) {
        Vm.Wallet memory wallet = vm.createWallet(secret);
        return (wallet.publicKeyX, wallet.publicKeyY);
    }

    /*//////////////////////////////////////////////////////////////
                                 CLAIMS
    //////////////////////////////////////////////////////////////*/

    function registrationFor(TestDevice memory from, address owner)
        internal
        view
        returns (IDevicePositions.Registration memory)
    {
        return IDevicePositions.Registration({
            owner: owner,
            deviceId: deviceIdOf(from.key),
            network: "helium-iot",
            model: "rak-7268",
            cell: 0x85283473fffffff,
            place: keccak256("salt, 52.5, 13.4"),
            metadata: keccak256("{}"),
            nonce: 0,
            deadline: block.timestamp + 1 hours
        });
    }

    function reassignmentFor(uint256 tokenId, address owner)
        internal
        view
        returns (IDevicePositions.Reassignment memory)
    {
        return IDevicePositions.Reassignment({
            tokenId: tokenId,
            owner: owner,
            network: "wingbits",
            model: "rak-7268",
            cell: 0,
            place: 0,
            metadata: keccak256('{"moved":true}'),
            nonce: positions.deviceNonce(positions.positionOf(tokenId).deviceId),
            deadline: block.timestamp + 1 hours
        });
    }

    function digestOf(IDevicePositions.Registration memory c) internal view returns (bytes32) {
        bytes32 typeHash = keccak256(
            "Registration(address owner,bytes32 deviceId,bytes32 network,bytes32 model,uint64 cell,bytes32 place,bytes32 metadata,uint256 nonce,uint256 deadline)"
        );
        return digest(
            keccak256(
                abi.encode(
                    typeHash,
                    c.owner,
                    c.deviceId,
                    c.network,
                    c.model,
                    c.cell,
                    c.place,
                    c.metadata,
                    c.nonce,
                    c.deadline
                )
            )
        );
    }

    function digestOf(IDevicePositions.Reassignment memory c) internal view returns (bytes32) {
        bytes32 typeHash = keccak256(
            "Reassignment(uint256 tokenId,address owner,bytes32 network,bytes32 model,uint64 cell,bytes32 place,bytes32 metadata,uint256 nonce,uint256 deadline)"
        );
        return digest(
            keccak256(
                abi.encode(
                    typeHash, c.tokenId, c.owner, c.network, c.model, c.cell, c.place, c.metadata, c.nonce, c.deadline
                )
            )
        );
    }

    function surrenderDigest(uint256 tokenId, address user, address newUser, uint64 newExpires, uint256 deadline)
        internal
        view
        returns (bytes32)
    {
        bytes32 typeHash = keccak256(
            "Surrender(uint256 tokenId,address user,address newUser,uint64 newExpires,uint256 nonce,uint256 deadline)"
        );
        uint256 nonce = positions.surrenderNonce(tokenId);
        return digest(keccak256(abi.encode(typeHash, tokenId, user, newUser, newExpires, nonce, deadline)));
    }

    function digest(bytes32 structHash) internal view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Hotswap DevicePositions"),
                keccak256("1"),
                block.chainid,
                address(positions)
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }

    /*//////////////////////////////////////////////////////////////
                               SHORTHANDS
    //////////////////////////////////////////////////////////////*/

    /// @dev Registers a device for `owner`, as it should be done.
    function register(TestDevice memory from, address owner) internal returns (uint256 tokenId) {
        IDevicePositions.Registration memory claim = registrationFor(from, owner);
        bytes32 signed = digestOf(claim);
        return positions.register(claim, from.key, signAs(from, signed), attester, signAs(ATTESTER_KEY, signed));
    }

    /// @dev Sends a reassignment as `sender`, signed by the device and the attester, and by the user unless key 0.
    function reassign(
        TestDevice memory from,
        IDevicePositions.Reassignment memory claim,
        address sender,
        uint256 userKey
    ) internal {
        bytes32 signed = digestOf(claim);
        bytes memory userSignature = userKey == 0 ? bytes("") : signAs(userKey, signed);
        bytes memory deviceSignature = signAs(from, signed);
        vm.prank(sender);
        positions.reassign(
            claim, from.key, deviceSignature, attester, signAs(ATTESTER_KEY, signed), userSignature
        );
    }

    /// @dev What stateHash should be, by the design's words, from what the views say.
    function expectedStateHash(uint256 id, address user, uint64 expires) internal view returns (bytes32) {
        return keccak256(abi.encode(expectedDeviceHash(id, user, expires), positions.positionOf(id).ownershipNonce));
    }

    function expectedDeviceHash(uint256 id, address user, uint64 expires) internal view returns (bytes32) {
        IDevicePositions.Position memory p = positions.positionOf(id);
        return keccak256(
            abi.encode(id, p.deviceId, p.network, p.model, p.cell, p.place, p.metadata, user, expires, p.flags)
        );
    }
}
