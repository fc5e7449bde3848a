// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {IDevicePositions} from "../src/interfaces/IDevicePositions.sol";
import {PositionsFixture} from "./base/PositionsFixture.sol";

/// @notice Each way a registration can fail, by name: the mutation of a good registration that makes it fail, and the
/// one revert it must end in. The same registration without the mutation passes.
contract RegisterMutationsTest is PositionsFixture {
    enum Mutation {
        None,
        Paused,
        OwnerZero,
        DeviceRegistered,
        DeadlinePassed,
        KeyOfAnotherDevice,
        KeyOnTheOtherCurve,
        NonceAhead,
        AttesterWithoutRole,
        DeviceSignatureEmpty,
        DeviceSignatureTooLong,
        DeviceSignatureOfAnotherKey,
        ClaimChangedAfterSigning,
        AttesterSignatureEmpty,
        AttesterSignatureOfAnotherKey,
        AttesterSignatureHighS
    }

    struct Call {
        IDevicePositions.Registration claim;
        TestDevice from;
        bytes deviceSignature;
        address attester;
        bytes attesterSignature;
        bytes expected;
    }

    function testFuzz_everyMutationEndsInItsRevert(uint256 which, uint256 seed, bool p256) public {
        _run(Mutation(bound(which, 0, uint256(type(Mutation).max))), seed, p256);
    }

    function test_everyMutationEndsInItsRevertOnBothCurves() public {
        uint256 count = uint256(type(Mutation).max) + 1;
        for (uint256 i = 0; i < 2 * count; ++i) {
            _run(Mutation(i / 2), i, i % 2 == 1);
            if (Mutation(i / 2) == Mutation.Paused) {
                vm.prank(ADMIN);
                positions.unpause();
            }
        }
    }

    function _run(Mutation mutation, uint256 seed, bool p256) private {
        Call memory call;
        call.from = device(p256 ? P256 : SECP256K1, seed);
        call.claim = registrationFor(call.from, alice);
        call.attester = attester;
        _mutateBeforeSigning(mutation, call, seed);
        bytes32 signed = digestOf(call.claim);
        call.deviceSignature = signAs(call.from, signed);
        call.attesterSignature = signAs(ATTESTER_KEY, signed);
        _mutateAfterSigning(mutation, call, seed, signed);

        uint256 supply = positions.totalSupply();
        if (mutation != Mutation.None) vm.expectRevert(call.expected);
        positions.register(
            call.claim, call.from.key, call.deviceSignature, call.attester, call.attesterSignature
        );
        assertEq(positions.totalSupply(), supply + (mutation == Mutation.None ? 1 : 0), "supply");
    }

    function _mutateBeforeSigning(Mutation mutation, Call memory call, uint256 seed) private {
        if (mutation == Mutation.Paused) {
            vm.prank(ADMIN);
            positions.pause();
            call.expected = abi.encodeWithSelector(Pausable.EnforcedPause.selector);
        } else if (mutation == Mutation.OwnerZero) {
            call.claim.owner = address(0);
            call.expected = abi.encodeWithSelector(IDevicePositions.OwnerIsZero.selector);
        } else if (mutation == Mutation.DeviceRegistered) {
            uint256 id = register(call.from, bob);
            call.expected = abi.encodeWithSelector(
                IDevicePositions.DeviceAlreadyRegistered.selector, call.claim.deviceId, id
            );
            vm.prank(bob);
            positions.transferFrom(bob, carol, id);
        } else if (mutation == Mutation.DeadlinePassed) {
            call.claim.deadline = block.timestamp - 1;
            call.expected = abi.encodeWithSelector(IDevicePositions.ClaimExpired.selector, block.timestamp - 1);
        } else if (mutation == Mutation.NonceAhead) {
            call.claim.nonce = 1;
            call.expected =
                abi.encodeWithSelector(IDevicePositions.WrongNonce.selector, call.claim.deviceId, 0, 1);
        } else if (mutation == Mutation.KeyOfAnotherDevice) {
            call.claim.deviceId = deviceIdOf(device(SECP256K1, ~seed).key);
            call.expected = abi.encodeWithSelector(
                IDevicePositions.DeviceKeyMismatch.selector, call.claim.deviceId, deviceIdOf(call.from.key)
            );
        }
    }

    function _mutateAfterSigning(Mutation mutation, Call memory call, uint256 seed, bytes32 signed) private {
        if (mutation == Mutation.KeyOnTheOtherCurve) {
            call.from.key.keyType = call.from.key.keyType == P256 ? SECP256K1 : P256;
            call.expected = abi.encodeWithSelector(
                IDevicePositions.DeviceKeyMismatch.selector, call.claim.deviceId, deviceIdOf(call.from.key)
            );
        } else if (mutation == Mutation.AttesterWithoutRole) {
            call.attester = bob;
            call.attesterSignature = signAs(BOB_KEY, signed);
            call.expected = abi.encodeWithSelector(IDevicePositions.NotAttester.selector, bob);
        } else if (mutation == Mutation.DeviceSignatureEmpty) {
            call.deviceSignature = "";
            call.expected = abi.encodeWithSelector(IDevicePositions.InvalidDeviceSignature.selector);
        } else if (mutation == Mutation.DeviceSignatureTooLong) {
            call.deviceSignature = abi.encodePacked(call.deviceSignature, hex"00");
            call.expected = abi.encodeWithSelector(IDevicePositions.InvalidDeviceSignature.selector);
        } else if (mutation == Mutation.DeviceSignatureOfAnotherKey) {
            call.deviceSignature = signAs(device(call.from.key.keyType, ~seed), signed);
            call.expected = abi.encodeWithSelector(IDevicePositions.InvalidDeviceSignature.selector);
        } else if (mutation == Mutation.ClaimChangedAfterSigning) {
            call.claim.network = "another";
            call.expected = abi.encodeWithSelector(IDevicePositions.InvalidDeviceSignature.selector);
        } else if (mutation == Mutation.AttesterSignatureEmpty) {
            call.attesterSignature = "";
            call.expected = abi.encodeWithSelector(IDevicePositions.InvalidAttesterSignature.selector);
        } else if (mutation == Mutation.AttesterSignatureOfAnotherKey) {
            call.attesterSignature = signAs(BOB_KEY, signed);
            call.expected = abi.encodeWithSelector(IDevicePositions.InvalidAttesterSignature.selector);
        } else if (mutation == Mutation.AttesterSignatureHighS) {
            call.attesterSignature = highTwin(call.attesterSignature);
            call.expected = abi.encodeWithSelector(IDevicePositions.InvalidAttesterSignature.selector);
        }
    }
}
