// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IDevicePositions} from "../src/interfaces/IDevicePositions.sol";
import {PositionsFixture} from "./base/PositionsFixture.sol";

/// @notice Transfers, and the two hashes that say what a position is: whoever signed one can tell what changed.
contract OwnershipTest is PositionsFixture {
    uint256 internal id;
    TestDevice internal from;

    function setUp() public override {
        super.setUp();
        from = device(SECP256K1, 1);
        id = register(from, alice);
    }

    /// @dev Without the zero address as sender: OpenZeppelin takes it to mean "no check", and no transaction can come
    /// from it. A simulation that names no sender can, and would succeed.
    function testFuzz_onlyTheOwnerOrAnApprovedTransfers(address sender, address to) public {
        vm.assume(sender != alice && sender != address(0) && to != address(0));
        vm.prank(sender);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, sender, id));
        positions.transferFrom(alice, to, id);
    }

    function testFuzz_everyTransferMovesTheOwnershipNonce(uint8 count) public {
        for (uint256 i = 0; i < count; ++i) {
            (address owner, address next) = i % 2 == 0 ? (alice, bob) : (bob, alice);
            vm.prank(owner);
            positions.transferFrom(owner, next, id);
        }
        assertEq(positions.positionOf(id).ownershipNonce, count, "ownership nonce");
        assertEq(positions.stateHash(id), expectedStateHash(id, address(0), 0), "stateHash");
    }

    function test_aTransferToOneselfKillsWhatOneSigned() public {
        bytes32 state = positions.stateHash(id);
        vm.prank(alice);
        positions.transferFrom(alice, alice, id);
        assertTrue(positions.stateHash(id) != state, "state changed");
    }

    function test_aTransferMovesTheStateAndNotTheDevice() public {
        (bytes32 state, bytes32 thing) = (positions.stateHash(id), positions.deviceHash(id));
        vm.prank(alice);
        positions.transferFrom(alice, bob, id);
        vm.prank(bob);
        positions.transferFrom(bob, alice, id);
        assertTrue(positions.stateHash(id) != state, "state changed, though the owner is the same again");
        assertEq(positions.deviceHash(id), thing, "device the same");
    }

    function testFuzz_timeAloneChangesNeitherHash(uint32 wait, uint64 expires) public {
        vm.prank(alice);
        positions.setUser(id, carol, expires);
        (bytes32 state, bytes32 thing) = (positions.stateHash(id), positions.deviceHash(id));
        vm.warp(block.timestamp + wait);
        assertEq(positions.stateHash(id), state, "state");
        assertEq(positions.deviceHash(id), thing, "device");
    }

    function testFuzz_bothHashesFollowTheirDefinition(address user, uint64 expires, uint32 flags, bytes32 metadata)
        public
    {
        vm.prank(alice);
        positions.setUser(id, user, expires);
        vm.prank(attester);
        positions.setFlags(id, flags);
        vm.warp(uint256(expires) + 1 > block.timestamp ? uint256(expires) + 1 : block.timestamp);
        IDevicePositions.Reassignment memory claim = reassignmentFor(id, alice);
        claim.metadata = metadata;
        reassign(from, claim, alice, 0);
        assertEq(positions.deviceHash(id), expectedDeviceHash(id, user, expires), "deviceHash");
        assertEq(positions.stateHash(id), expectedStateHash(id, user, expires), "stateHash");
        assertEq(positions.positionOf(id).flags, flags, "flags");
    }

    function testFuzz_whatDoesNotExistHasNoState(uint256 other) public {
        vm.assume(other != id);
        bytes memory expected = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, other);
        vm.expectRevert(expected);
        positions.stateHash(other);
        vm.expectRevert(expected);
        positions.deviceHash(other);
        vm.expectRevert(expected);
        positions.positionOf(other);
        vm.expectRevert(expected);
        positions.tokenURI(other);
    }
}
