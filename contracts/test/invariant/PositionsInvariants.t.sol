// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {IDevicePositions} from "../../src/interfaces/IDevicePositions.sol";
import {PositionsFixture} from "../base/PositionsFixture.sol";
import {PositionsHandler} from "./PositionsHandler.sol";

/// @notice What is true after any sequence of actions of people who act rightly and wrongly.
/// forge-config: default.invariant.fail-on-revert = true
/// forge-config: deep.invariant.fail-on-revert = true
contract PositionsInvariantsTest is PositionsFixture {
    PositionsHandler internal handler;

    function setUp() public override {
        super.setUp();
        handler = new PositionsHandler(positions);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_aKeyNeverOwnsTwoPositions() public view {
        uint256 supply = positions.totalSupply();
        for (uint256 id = 1; id <= supply; ++id) {
            assertEq(positions.tokenOfDevice(positions.positionOf(id).deviceId), id, "the key's one position");
        }
        for (uint256 i = 0; i < handler.DEVICES(); ++i) {
            assertEq(positions.tokenOfDevice(handler.deviceIdAt(i)), handler.tokenOf(i), "the device's position");
        }
    }

    function invariant_supplyEqualsRegistrationsWithBothSignatures() public view {
        assertEq(positions.totalSupply(), handler.registrations(), "supply");
        uint256 held;
        for (uint256 i = 0; i < 4; ++i) {
            held += positions.balanceOf(handler.actor(i));
        }
        assertEq(held, handler.registrations(), "everything is held by those it was minted or sent to");
    }

    function invariant_nothingMovesWithoutItsOwnerOrAnApproved() public view {
        for (uint256 id = 1; id <= handler.registrations(); ++id) {
            PositionsHandler.Model memory m = handler.modelOf(id);
            assertEq(positions.ownerOf(id), m.owner, "owner");
            assertEq(positions.getApproved(id), m.approved, "approved");
            assertEq(positions.positionOf(id).ownershipNonce, m.ownershipNonce, "ownership nonce");
        }
    }

    function invariant_everythingIsWhatTheReferenceSays() public view {
        for (uint256 id = 1; id <= handler.registrations(); ++id) {
            PositionsHandler.Model memory m = handler.modelOf(id);
            bytes32 deviceId = handler.deviceIdAt(m.device);
            bytes32 deviceHash = keccak256(
                abi.encode(
                    id, deviceId, m.network, m.model, m.cell, m.place, m.metadata, m.user, m.expires, m.flags
                )
            );
            assertEq(positions.deviceHash(id), deviceHash, "deviceHash");
            assertEq(positions.stateHash(id), keccak256(abi.encode(deviceHash, m.ownershipNonce)), "stateHash");
            assertEq(positions.deviceNonce(deviceId), m.claims, "device nonce");
            assertEq(positions.surrenderNonce(id), m.terms, "surrender nonce");
        }
    }

    function invariant_contractAndReferenceDecideAlike() public view {
        assertEq(handler.disagreement(), "", handler.disagreement());
        assertTrue(positions.paused() == handler.paused(), "paused");
    }

    /// @dev An invariant over actions that never succeed would say nothing.
    function test_theHandlerReachesEveryAction() public {
        for (uint256 i = 0; i < 600; ++i) {
            uint256 r = uint256(keccak256(abi.encode(i)));
            (uint256 a, uint256 b, uint256 c, uint256 d) =
                (uint64(r), uint64(r >> 64), uint64(r >> 128), uint64(r >> 192));
            if (i % 11 == 0) handler.register(a, b, c, bytes32(d));
            else if (i % 11 == 1) handler.registerUnproven(a, b, c, d);
            else if (i % 11 == 2) handler.reassign(a, b, bytes32(r), c, d);
            else if (i % 11 == 3) handler.transfer(a, b, c);
            else if (i % 11 == 4) handler.approve(a, b, c);
            else if (i % 11 == 5) handler.setApprovalForAll(a, b, c % 2 == 0);
            else if (i % 11 == 6) handler.setUser(a, b, c, uint64(d));
            else if (i % 11 == 7) handler.setUserWithConsent(a, b, c, d);
            else if (i % 11 == 8) handler.setFlags(a, uint32(b), c % 2 == 0, d);
            else if (i % 11 == 9) handler.pause(a);
            else handler.pass(uint32(a));
        }
        string[7] memory actions =
            ["register", "reassign", "transfer", "approve", "setUser", "setUserWithConsent", "setFlags"];
        for (uint256 i = 0; i < actions.length; ++i) {
            assertTrue(handler.accepted(actions[i]) > 3, actions[i]);
        }
        assertTrue(handler.unproven() > 3, "registerUnproven");
        invariant_contractAndReferenceDecideAlike();
        invariant_everythingIsWhatTheReferenceSays();
    }
}
