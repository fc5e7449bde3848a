// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {IDevicePositions} from "../src/interfaces/IDevicePositions.sol";
import {PositionsFixture} from "./base/PositionsFixture.sol";

/// @notice P-256 devices. Run twice: by the precompile (hard fork osaka) and in Solidity (profile `fallback`); every
/// claim is accepted and refused alike.
contract P256Test is PositionsFixture {
    function test_theHardForkIsTheOneThisRunIsAbout() public view {
        bool wanted = keccak256(bytes(vm.envOr("FOUNDRY_PROFILE", "default"))) != keccak256("fallback");
        // the Wycheproof vector OpenZeppelin looks for the precompile with
        (, bytes memory answer) = address(0x100).staticcall(
            abi.encode(
                0xbb5a52f42f9c9261ed4361f59422a1e30036e7c32b270c8807a419feca605023,
                5,
                1,
                0xa71af64de5126a4a4e02b7922d66ce9415ce88a4c9d25514d91082c8725ac957,
                0x5d47723c8fbe580bb369fec9c2665d8e30a435b9932645482e7c9f11e872296b
            )
        );
        assertTrue((answer.length == 32) == wanted, "precompile present");
    }

    function testFuzz_everyKeyRegistersAndMoves(uint256 seed, bytes32 metadata) public {
        TestDevice memory from = device(P256, seed);
        uint256 id = register(from, alice);
        IDevicePositions.Reassignment memory claim = reassignmentFor(id, alice);
        claim.metadata = metadata;
        reassign(from, claim, alice, 0);
        assertEq(positions.positionOf(id).metadata, metadata, "metadata");
    }

    function testFuzz_refusesASignatureOfAnyOtherDigest(uint256 seed, bytes32 other) public {
        TestDevice memory from = device(P256, seed);
        IDevicePositions.Registration memory claim = registrationFor(from, alice);
        bytes32 signed = digestOf(claim);
        vm.assume(other != signed);
        _refused(claim, from, signAs(from, other));
    }

    function testFuzz_refusesAnyFlippedBit(uint256 seed, uint16 bit) public {
        TestDevice memory from = device(P256, seed);
        IDevicePositions.Registration memory claim = registrationFor(from, alice);
        bytes memory signature = signAs(from, digestOf(claim));
        uint256 position = bound(bit, 0, 511);
        signature[position / 8] ^= bytes1(uint8(1 << (position % 8)));
        _refused(claim, from, signature);
    }

    function testFuzz_refusesTheHighTwinOfASignature(uint256 seed) public {
        TestDevice memory from = device(P256, seed);
        IDevicePositions.Registration memory claim = registrationFor(from, alice);
        bytes memory signature = signAs(from, digestOf(claim));
        (bytes32 r, bytes32 s) = abi.decode(signature, (bytes32, bytes32));
        _refused(claim, from, abi.encode(r, P256_N - uint256(s)));
    }

    function test_refusesASignatureOfTheDigestUnhashed() public {
        TestDevice memory from = device(P256, 1);
        IDevicePositions.Registration memory claim = registrationFor(from, alice);
        (bytes32 r, bytes32 s) = vm.signP256(from.secret, digestOf(claim));
        if (uint256(s) > P256_N / 2) s = bytes32(P256_N - uint256(s));
        _refused(claim, from, abi.encode(r, s));
    }

    function testFuzz_refusesAKeyThatIsNoPointOfTheCurve(bytes32 x, bytes32 y) public {
        TestDevice memory from = device(P256, 1);
        from.key.x = x;
        from.key.y = y;
        IDevicePositions.Registration memory claim = registrationFor(from, alice);
        _refused(claim, from, signAs(from, digestOf(claim)));
    }

    function _refused(IDevicePositions.Registration memory claim, TestDevice memory from, bytes memory signature)
        private
    {
        bytes memory attestation = signAs(ATTESTER_KEY, digestOf(claim));
        vm.expectRevert(abi.encodeWithSelector(IDevicePositions.InvalidDeviceSignature.selector));
        positions.register(claim, from.key, signature, attester, attestation);
    }
}
