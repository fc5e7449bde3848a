// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {DevicePositions} from "../src/DevicePositions.sol";
import {IDevicePositions} from "../src/interfaces/IDevicePositions.sol";
import {ContractSigner} from "./base/ContractSigner.sol";
import {PositionsFixture} from "./base/PositionsFixture.sol";

/// @notice Registration: what a good claim does, who may send it, and where else it is worth nothing.
contract RegisterTest is PositionsFixture {
    function test_mintsToTheOwnerOfTheClaim() public {
        TestDevice memory from = device(SECP256K1, 1);
        uint256 id = register(from, alice);
        assertEq(id, 1, "first id");
        assertEq(positions.ownerOf(id), alice, "owner");
        assertEq(positions.totalSupply(), 1, "supply");
        assertEq(positions.tokenOfDevice(deviceIdOf(from.key)), id, "token of device");
        assertEq(positions.deviceNonce(deviceIdOf(from.key)), 1, "nonce");
        assertEq(positions.tokenURI(id), "https://hotswap.example/positions/1", "token URI");
    }

    function testFuzz_storesEveryFieldOfTheClaim(
        bytes32 network,
        bytes32 model,
        uint64 cell,
        bytes32 place,
        bytes32 metadata,
        bool p256
    ) public {
        TestDevice memory from = device(p256 ? P256 : SECP256K1, 1);
        IDevicePositions.Registration memory claim = registrationFor(from, alice);
        (claim.network, claim.model, claim.cell) = (network, model, cell);
        (claim.place, claim.metadata) = (place, metadata);
        bytes32 signed = digestOf(claim);
        uint256 id = positions.register(claim, from.key, signAs(from, signed), attester, signAs(ATTESTER_KEY, signed));

        IDevicePositions.Position memory p = positions.positionOf(id);
        assertEq(p.deviceId, claim.deviceId, "deviceId");
        assertEq(p.network, network, "network");
        assertEq(p.model, model, "model");
        assertEq(p.cell, cell, "cell");
        assertEq(p.place, place, "place");
        assertEq(p.metadata, metadata, "metadata");
        assertEq(p.ownershipNonce, 0, "ownership nonce");
        assertEq(p.flags, 0, "flags");
        assertEq(positions.stateHash(id), expectedStateHash(id, address(0), 0), "stateHash");
    }

    function test_emitsThePublicKey() public {
        TestDevice memory from = device(P256, 1);
        IDevicePositions.Registration memory c = registrationFor(from, alice);
        vm.expectEmit(address(positions));
        emit IDevicePositions.DeviceRegistered(
            1, c.deviceId, alice, attester, from.key, c.network, c.model, c.cell, c.place, c.metadata
        );
        register(from, alice);
    }

    function testFuzz_cannotBeFrontRunToAnotherOwner(address thief, address sender, bool p256) public {
        vm.assume(thief != alice && thief != address(0));
        TestDevice memory from = device(p256 ? P256 : SECP256K1, 1);
        IDevicePositions.Registration memory claim = registrationFor(from, alice);
        bytes32 signed = digestOf(claim);
        bytes memory deviceSignature = signAs(from, signed);
        bytes memory attesterSignature = signAs(ATTESTER_KEY, signed);

        claim.owner = thief;
        vm.prank(sender);
        vm.expectRevert(abi.encodeWithSelector(IDevicePositions.InvalidDeviceSignature.selector));
        positions.register(claim, from.key, deviceSignature, attester, attesterSignature);

        // whoever sends the claim as it was signed, its owner gets the position
        claim.owner = alice;
        vm.prank(sender);
        uint256 id = positions.register(claim, from.key, deviceSignature, attester, attesterSignature);
        assertEq(positions.ownerOf(id), alice, "owner");
    }

    function testFuzz_cannotBeReplayedOnAnotherChain(uint64 chain, bool p256) public {
        vm.assume(chain != block.chainid && chain != 0);
        TestDevice memory from = device(p256 ? P256 : SECP256K1, 1);
        IDevicePositions.Registration memory claim = registrationFor(from, alice);
        bytes32 signed = digestOf(claim);
        bytes memory deviceSignature = signAs(from, signed);
        vm.chainId(chain);
        vm.expectRevert(abi.encodeWithSelector(IDevicePositions.InvalidDeviceSignature.selector));
        positions.register(claim, from.key, deviceSignature, attester, signAs(ATTESTER_KEY, signed));
    }

    function test_cannotBeReplayedOnAnotherContract() public {
        TestDevice memory from = device(SECP256K1, 1);
        IDevicePositions.Registration memory claim = registrationFor(from, alice);
        bytes32 signed = digestOf(claim);
        DevicePositions twin = new DevicePositions(ADMIN, attester, "");
        vm.expectRevert(abi.encodeWithSelector(IDevicePositions.InvalidDeviceSignature.selector));
        twin.register(claim, from.key, signAs(from, signed), attester, signAs(ATTESTER_KEY, signed));
    }

    function testFuzz_aKeyMintsOnceWhoeverAsks(uint256 seed, bool p256, address again) public {
        vm.assume(again != address(0));
        TestDevice memory from = device(p256 ? P256 : SECP256K1, seed);
        uint256 id = register(from, alice);
        vm.prank(alice);
        positions.transferFrom(alice, bob, id);

        IDevicePositions.Registration memory claim = registrationFor(from, again);
        claim.nonce = 1;
        bytes32 signed = digestOf(claim);
        bytes memory deviceSignature = signAs(from, signed);
        vm.expectRevert(
            abi.encodeWithSelector(IDevicePositions.DeviceAlreadyRegistered.selector, claim.deviceId, id)
        );
        positions.register(claim, from.key, deviceSignature, attester, signAs(ATTESTER_KEY, signed));
    }

    function test_anAttesterMayBeAContract() public {
        ContractSigner wallet = new ContractSigner(attester);
        bytes32 role = positions.ATTESTER_ROLE();
        vm.prank(ADMIN);
        positions.grantRole(role, address(wallet));
        TestDevice memory from = device(SECP256K1, 1);
        IDevicePositions.Registration memory claim = registrationFor(from, alice);
        bytes32 signed = digestOf(claim);
        positions.register(
            claim, from.key, signAs(from, signed), address(wallet), signAs(ATTESTER_KEY, signed)
        );
        assertEq(positions.ownerOf(1), alice, "owner");
    }

    function test_aRevokedAttesterAttestsNothingAnyMore() public {
        bytes32 role = positions.ATTESTER_ROLE();
        vm.prank(ADMIN);
        positions.revokeRole(role, attester);
        TestDevice memory from = device(SECP256K1, 1);
        IDevicePositions.Registration memory claim = registrationFor(from, alice);
        bytes32 signed = digestOf(claim);
        vm.expectRevert(abi.encodeWithSelector(IDevicePositions.NotAttester.selector, attester));
        positions.register(claim, from.key, signAs(from, signed), attester, signAs(ATTESTER_KEY, signed));
    }

    function test_aPauseStopsRegistrationAndNothingElse() public {
        TestDevice memory from = device(SECP256K1, 1);
        uint256 id = register(from, alice);
        vm.prank(ADMIN);
        positions.pause();

        TestDevice memory other = device(SECP256K1, 2);
        IDevicePositions.Registration memory claim = registrationFor(other, alice);
        bytes32 signed = digestOf(claim);
        vm.expectRevert(abi.encodeWithSelector(Pausable.EnforcedPause.selector));
        positions.register(claim, other.key, signAs(other, signed), attester, signAs(ATTESTER_KEY, signed));

        reassign(from, reassignmentFor(id, alice), alice, 0);
        vm.prank(alice);
        positions.setUser(id, carol, uint64(block.timestamp + 1));
        vm.prank(alice);
        positions.transferFrom(alice, bob, id);
        assertEq(positions.ownerOf(id), bob, "transferred while paused");

        vm.prank(ADMIN);
        positions.unpause();
        register(other, alice);
        assertEq(positions.totalSupply(), 2, "supply");
    }

    function test_theLastSecondOfAClaimCounts() public {
        TestDevice memory from = device(SECP256K1, 1);
        IDevicePositions.Registration memory claim = registrationFor(from, alice);
        bytes32 signed = digestOf(claim);
        vm.warp(claim.deadline);
        positions.register(claim, from.key, signAs(from, signed), attester, signAs(ATTESTER_KEY, signed));
        assertEq(positions.totalSupply(), 1, "supply");
    }
}
