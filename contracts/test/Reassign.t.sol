// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {IDevicePositions} from "../src/interfaces/IDevicePositions.sol";
import {PositionsFixture} from "./base/PositionsFixture.sol";

/// @notice Moving a device to another network: what it changes, who must agree, and what a former owner can do.
contract ReassignTest is PositionsFixture {
    function testFuzz_changesWhatTheClaimSaysAndNothingElse(
        bytes32 network,
        bytes32 model,
        uint64 cell,
        bytes32 place,
        bytes32 metadata,
        bool p256
    ) public {
        TestDevice memory from = device(p256 ? P256 : SECP256K1, 1);
        uint256 id = register(from, alice);
        IDevicePositions.Reassignment memory c = reassignmentFor(id, alice);
        (c.network, c.model, c.cell, c.place, c.metadata) = (network, model, cell, place, metadata);
        bytes32 stateBefore = positions.stateHash(id);
        reassign(from, c, alice, 0);

        IDevicePositions.Position memory p = positions.positionOf(id);
        assertEq(p.network, network, "network");
        assertEq(p.model, model, "model");
        assertEq(p.cell, cell, "cell");
        assertEq(p.place, place, "place");
        assertEq(p.metadata, metadata, "metadata");
        assertEq(p.deviceId, deviceIdOf(from.key), "deviceId");
        assertEq(p.ownershipNonce, 0, "ownership nonce");
        assertEq(positions.ownerOf(id), alice, "owner");
        assertEq(positions.deviceNonce(p.deviceId), 2, "device nonce");
        assertEq(positions.stateHash(id), expectedStateHash(id, address(0), 0), "stateHash");
        assertTrue(positions.stateHash(id) != stateBefore, "state changed");
    }

    function test_emitsDeviceReassignedAndMetadataUpdate() public {
        TestDevice memory from = device(SECP256K1, 1);
        uint256 id = register(from, alice);
        IDevicePositions.Reassignment memory c = reassignmentFor(id, alice);
        vm.expectEmit(address(positions));
        emit IDevicePositions.DeviceReassigned(id, c.network, c.model, c.cell, c.place, c.metadata, attester);
        vm.expectEmit(address(positions));
        emit IERC4906.MetadataUpdate(id);
        reassign(from, c, alice, 0);
    }

    function test_aRunningLeaseNeedsItsUsersSignature() public {
        TestDevice memory from = device(SECP256K1, 1);
        uint256 id = register(from, alice);
        vm.prank(alice);
        positions.setUser(id, carol, uint64(block.timestamp + 1 days));
        reassign(from, reassignmentFor(id, alice), alice, CAROL_KEY);
        assertEq(positions.userOf(id), carol, "the lease goes on");
    }

    function test_anEndedLeaseNeedsNone() public {
        TestDevice memory from = device(SECP256K1, 1);
        uint256 id = register(from, alice);
        vm.prank(alice);
        positions.setUser(id, carol, uint64(block.timestamp + 1 days));
        vm.warp(block.timestamp + 1 days + 1);
        reassign(from, reassignmentFor(id, alice), alice, 0);
        assertEq(positions.positionOf(id).network, "wingbits", "network");
    }

    function test_aClaimIsGoodOnce() public {
        TestDevice memory from = device(SECP256K1, 1);
        uint256 id = register(from, alice);
        IDevicePositions.Reassignment memory claim = reassignmentFor(id, alice);
        reassign(from, claim, alice, 0);
        _reassignmentRefused(
            from,
            claim,
            alice,
            abi.encodeWithSelector(IDevicePositions.WrongNonce.selector, deviceIdOf(from.key), 2, 1)
        );
    }

    /// @dev Alice sold to Bob and kept the device's key and everything it ever signed, even with an attester's word.
    function testFuzz_aFormerOwnerWithTheDeviceKeyCanDoNothing(bool p256, address claimOwner) public {
        TestDevice memory from = device(p256 ? P256 : SECP256K1, 1);
        uint256 id = register(from, alice);
        IDevicePositions.Reassignment memory signedBeforeTheSale = reassignmentFor(id, alice);
        vm.prank(alice);
        positions.transferFrom(alice, bob, id);
        bytes32 state = positions.stateHash(id);

        bytes memory notAlice = abi.encodeWithSelector(IDevicePositions.NotPositionOwner.selector, id, alice);
        _reassignmentRefused(from, signedBeforeTheSale, alice, notAlice);
        _reassignmentRefused(from, signedBeforeTheSale, bob, notAlice);
        _reassignmentRefused(from, reassignmentFor(id, claimOwner), alice, notAlice);
        _reassignmentRefused(from, reassignmentFor(id, bob), alice, notAlice);
        vm.prank(alice);
        vm.expectRevert(notAlice);
        positions.setUser(id, alice, type(uint64).max);
        _registrationRefused(from, id);

        assertEq(positions.ownerOf(id), bob, "owner");
        assertEq(positions.stateHash(id), state, "state");
    }

    function _reassignmentRefused(
        TestDevice memory from,
        IDevicePositions.Reassignment memory claim,
        address sender,
        bytes memory expected
    ) private {
        bytes32 signed = digestOf(claim);
        bytes memory deviceSignature = signAs(from, signed);
        vm.prank(sender);
        vm.expectRevert(expected);
        positions.reassign(claim, from.key, deviceSignature, attester, signAs(ATTESTER_KEY, signed), "");
    }

    function _registrationRefused(TestDevice memory from, uint256 id) private {
        IDevicePositions.Registration memory again = registrationFor(from, alice);
        again.nonce = 1;
        bytes32 signed = digestOf(again);
        bytes memory deviceSignature = signAs(from, signed);
        vm.prank(alice);
        vm.expectRevert(
            abi.encodeWithSelector(IDevicePositions.DeviceAlreadyRegistered.selector, again.deviceId, id)
        );
        positions.register(again, from.key, deviceSignature, attester, signAs(ATTESTER_KEY, signed));
    }
}
