// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IDevicePositions} from "../src/interfaces/IDevicePositions.sol";
import {PositionsFixture} from "./base/PositionsFixture.sol";

/// @notice Each way a reassignment can fail, by name, and the one revert it must end in. The position is leased, so
/// that all three signatures are needed.
contract ReassignMutationsTest is PositionsFixture {
    enum Mutation {
        None,
        NoSuchPosition,
        SentByAnother,
        SentByAnOperator,
        ClaimOfAnotherOwner,
        DeadlinePassed,
        KeyOfAnotherDevice,
        NonceBehind,
        NonceAhead,
        AttesterWithoutRole,
        DeviceSignatureOfAnotherKey,
        AttesterSignatureOfAnotherKey,
        UserSignatureEmpty,
        UserSignatureOfTheOwner,
        ReplayedOnAnotherChain
    }

    struct Call {
        IDevicePositions.Reassignment claim;
        TestDevice from;
        address sender;
        address attester;
        uint256 deviceKeySeed;
        uint256 attesterKey;
        uint256 userKey;
        bytes expected;
    }

    function testFuzz_everyMutationEndsInItsRevert(uint256 which, uint256 seed, bool p256) public {
        _run(Mutation(bound(which, 0, uint256(type(Mutation).max))), seed, p256);
    }

    function test_everyMutationEndsInItsRevertOnBothCurves() public {
        uint256 chain = block.chainid;
        for (uint256 i = 0; i < 2 * (uint256(type(Mutation).max) + 1); ++i) {
            vm.chainId(chain);
            _run(Mutation(i / 2), i, i % 2 == 1);
        }
    }

    function _run(Mutation mutation, uint256 seed, bool p256) private {
        Call memory call;
        call.from = device(p256 ? P256 : SECP256K1, seed);
        uint256 id = register(call.from, alice);
        vm.prank(alice);
        positions.setUser(id, carol, uint64(block.timestamp + 1 days));

        call.claim = reassignmentFor(id, alice);
        (call.sender, call.attester) = (alice, attester);
        (call.attesterKey, call.userKey) = (ATTESTER_KEY, CAROL_KEY);
        _mutateSender(mutation, call, id);
        _mutateClaim(mutation, call, seed);
        _mutateSignatures(mutation, call, seed);
        _send(mutation, call, id);
    }

    function _send(Mutation mutation, Call memory call, uint256 id) private {
        bytes32 signed = digestOf(call.claim);
        bytes memory deviceSignature = signAs(call.from, signed);
        if (mutation == Mutation.DeviceSignatureOfAnotherKey) {
            deviceSignature = signAs(device(call.from.key.keyType, call.deviceKeySeed), signed);
        }
        bytes memory userSignature = call.userKey == 0 ? bytes("") : signAs(call.userKey, signed);
        if (mutation == Mutation.ReplayedOnAnotherChain) vm.chainId(block.chainid + 1);

        bytes32 state = positions.stateHash(id);
        vm.prank(call.sender);
        if (mutation != Mutation.None) vm.expectRevert(call.expected);
        positions.reassign(
            call.claim,
            call.from.key,
            deviceSignature,
            call.attester,
            signAs(call.attesterKey, signed),
            userSignature
        );
        assertTrue((positions.stateHash(id) == state) == (mutation != Mutation.None), "state");
    }

    function _mutateSender(Mutation mutation, Call memory call, uint256 id) private {
        if (mutation == Mutation.NoSuchPosition) {
            call.claim.tokenId = id + 1;
            call.expected = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, id + 1);
        } else if (mutation == Mutation.SentByAnother) {
            call.sender = bob;
            call.expected = abi.encodeWithSelector(IDevicePositions.NotPositionOwner.selector, id, bob);
        } else if (mutation == Mutation.SentByAnOperator) {
            vm.prank(alice);
            positions.setApprovalForAll(bob, true);
            call.sender = bob;
            call.expected = abi.encodeWithSelector(IDevicePositions.NotPositionOwner.selector, id, bob);
        } else if (mutation == Mutation.ClaimOfAnotherOwner) {
            call.claim.owner = bob;
            call.expected = abi.encodeWithSelector(IDevicePositions.NotPositionOwner.selector, id, bob);
        }
    }

    function _mutateClaim(Mutation mutation, Call memory call, uint256 seed) private {
        bytes32 deviceId = deviceIdOf(call.from.key);
        if (mutation == Mutation.DeadlinePassed) {
            call.claim.deadline = block.timestamp - 1;
            call.expected = abi.encodeWithSelector(IDevicePositions.ClaimExpired.selector, block.timestamp - 1);
        } else if (mutation == Mutation.KeyOfAnotherDevice) {
            call.from = device(call.from.key.keyType, ~seed);
            call.expected = abi.encodeWithSelector(
                IDevicePositions.DeviceKeyMismatch.selector, deviceId, deviceIdOf(call.from.key)
            );
        } else if (mutation == Mutation.NonceBehind || mutation == Mutation.NonceAhead) {
            call.claim.nonce = mutation == Mutation.NonceBehind ? 0 : 2;
            call.expected =
                abi.encodeWithSelector(IDevicePositions.WrongNonce.selector, deviceId, 1, call.claim.nonce);
        }
    }

    function _mutateSignatures(Mutation mutation, Call memory call, uint256 seed) private view {
        if (mutation == Mutation.AttesterWithoutRole) {
            (call.attester, call.attesterKey) = (bob, BOB_KEY);
            call.expected = abi.encodeWithSelector(IDevicePositions.NotAttester.selector, bob);
        } else if (mutation == Mutation.DeviceSignatureOfAnotherKey) {
            call.deviceKeySeed = ~seed;
            call.expected = abi.encodeWithSelector(IDevicePositions.InvalidDeviceSignature.selector);
        } else if (mutation == Mutation.AttesterSignatureOfAnotherKey) {
            call.attesterKey = BOB_KEY;
            call.expected = abi.encodeWithSelector(IDevicePositions.InvalidAttesterSignature.selector);
        } else if (mutation == Mutation.UserSignatureEmpty) {
            call.userKey = 0;
            call.expected = abi.encodeWithSelector(IDevicePositions.InvalidUserSignature.selector);
        } else if (mutation == Mutation.UserSignatureOfTheOwner) {
            call.userKey = ALICE_KEY;
            call.expected = abi.encodeWithSelector(IDevicePositions.InvalidUserSignature.selector);
        } else if (mutation == Mutation.ReplayedOnAnotherChain) {
            call.expected = abi.encodeWithSelector(IDevicePositions.InvalidDeviceSignature.selector);
        }
    }
}
