// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IDevicePositions} from "../src/interfaces/IDevicePositions.sol";
import {IERC4907} from "../src/interfaces/IERC4907.sol";
import {ContractSigner} from "./base/ContractSigner.sol";
import {PositionsFixture} from "./base/PositionsFixture.sol";

/// @notice ERC-4907 terms: set by the owner alone, unbreakable without the user, kept through a transfer.
contract LeaseTest is PositionsFixture {
    uint256 internal id;

    function setUp() public override {
        super.setUp();
        id = register(device(SECP256K1, 1), alice);
    }

    function testFuzz_aTermRunsThroughItsLastSecond(address user, uint64 length) public {
        vm.assume(user != address(0));
        uint64 expires = uint64(START + bound(length, 0, 3650 days));
        vm.expectEmit(address(positions));
        emit IERC4907.UpdateUser(id, user, expires);
        vm.prank(alice);
        positions.setUser(id, user, expires);

        assertEq(positions.userOf(id), user, "user at once");
        assertEq(positions.userExpires(id), expires, "expiry");
        vm.warp(expires);
        assertEq(positions.userOf(id), user, "user in the last second");
        vm.warp(uint256(expires) + 1);
        assertEq(positions.userOf(id), address(0), "no user after it");
        assertEq(positions.userExpires(id), expires, "expiry as stored");
    }

    function testFuzz_onlyTheOwnerSetsAUser(address sender) public {
        vm.assume(sender != alice);
        vm.prank(alice);
        positions.setApprovalForAll(sender == address(0) ? bob : sender, true);
        vm.prank(sender);
        vm.expectRevert(abi.encodeWithSelector(IDevicePositions.NotPositionOwner.selector, id, sender));
        positions.setUser(id, sender, type(uint64).max);
    }

    function testFuzz_aRunningTermCannotBeChangedAlone(address other, uint64 expires, uint32 wait) public {
        uint64 end = uint64(START + 30 days);
        vm.prank(alice);
        positions.setUser(id, carol, end);
        vm.warp(block.timestamp + bound(wait, 0, 30 days));
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IDevicePositions.LeaseRunning.selector, id, carol, end));
        positions.setUser(id, other, expires);
    }

    function test_anEndedTermGivesWay() public {
        vm.prank(alice);
        positions.setUser(id, carol, uint64(block.timestamp + 1 days));
        vm.warp(block.timestamp + 1 days + 1);
        vm.prank(alice);
        positions.setUser(id, bob, uint64(block.timestamp + 1 days));
        assertEq(positions.userOf(id), bob, "user");
    }

    function test_aTermWithoutAUserBindsNobody() public {
        vm.prank(alice);
        positions.setUser(id, address(0), type(uint64).max);
        vm.prank(alice);
        positions.setUser(id, carol, uint64(block.timestamp));
        assertEq(positions.userOf(id), carol, "user");
    }

    function test_aTransferKeepsTheUser() public {
        uint64 end = uint64(START + 30 days);
        vm.prank(alice);
        positions.setUser(id, carol, end);
        vm.prank(alice);
        positions.transferFrom(alice, bob, id);
        assertEq(positions.userOf(id), carol, "user");
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IDevicePositions.LeaseRunning.selector, id, carol, end));
        positions.setUser(id, bob, end);
    }

    function test_theUserMayEndTheTerm() public {
        _lease(carol);
        bytes memory consent = _consent(CAROL_KEY, carol, address(0), 0, block.timestamp);
        vm.prank(alice);
        positions.setUserWithConsent(id, address(0), 0, block.timestamp, consent);
        assertEq(positions.userOf(id), address(0), "no user");
        assertEq(positions.surrenderNonce(id), 2, "nonce");
    }

    function test_theUserMayBeAContract() public {
        ContractSigner wallet = new ContractSigner(carol);
        _lease(address(wallet));
        bytes memory consent = _consent(CAROL_KEY, address(wallet), bob, 9, block.timestamp);
        vm.prank(alice);
        positions.setUserWithConsent(id, bob, 9, block.timestamp, consent);
        assertEq(positions.userExpires(id), 9, "expiry");
    }

    function test_consentIsGoodOnce() public {
        _lease(carol);
        uint64 end = uint64(START + 30 days);
        bytes memory consent = _consent(CAROL_KEY, carol, carol, end, block.timestamp);
        vm.prank(alice);
        positions.setUserWithConsent(id, carol, end, block.timestamp, consent);
        _consentRefused(alice, carol, end, block.timestamp, consent, IDevicePositions.InvalidUserSignature.selector);
    }

    function test_consentGivenInOneTermIsVoidInTheNext() public {
        _lease(carol);
        uint256 deadline = START + 365 days;
        bytes memory consent = _consent(CAROL_KEY, carol, address(0), 0, deadline);
        vm.warp(block.timestamp + 31 days);
        _lease(carol);
        _consentRefused(alice, address(0), 0, deadline, consent, IDevicePositions.InvalidUserSignature.selector);
    }

    function testFuzz_consentIsToWhatItSays(address other, uint64 expires) public {
        _lease(carol);
        vm.assume(other != bob || expires != 9);
        bytes memory consent = _consent(CAROL_KEY, carol, bob, 9, block.timestamp);
        _consentRefused(alice, other, expires, block.timestamp, consent, IDevicePositions.InvalidUserSignature.selector);
    }

    function test_consentOfAnybodyElseIsNone() public {
        _lease(carol);
        bytes memory consent = _consent(ALICE_KEY, carol, bob, 9, block.timestamp);
        _consentRefused(alice, bob, 9, block.timestamp, consent, IDevicePositions.InvalidUserSignature.selector);
    }

    function test_withoutATermThereIsNobodyToConsent() public {
        bytes memory consent = _consent(CAROL_KEY, address(0), bob, 9, block.timestamp);
        _consentRefused(alice, bob, 9, block.timestamp, consent, IDevicePositions.InvalidUserSignature.selector);
    }

    function test_consentHasADeadline() public {
        _lease(carol);
        bytes memory consent = _consent(CAROL_KEY, carol, bob, 9, START);
        vm.warp(START + 1);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IDevicePositions.ClaimExpired.selector, START));
        positions.setUserWithConsent(id, bob, 9, START, consent);
    }

    function test_consentDoesNotReplaceTheOwner() public {
        _lease(carol);
        bytes memory consent = _consent(CAROL_KEY, carol, bob, 9, block.timestamp);
        vm.prank(carol);
        vm.expectRevert(abi.encodeWithSelector(IDevicePositions.NotPositionOwner.selector, id, carol));
        positions.setUserWithConsent(id, bob, 9, block.timestamp, consent);
    }

    function test_aPositionThatDoesNotExistHasNoUser() public {
        assertEq(positions.userOf(id + 1), address(0), "user");
        assertEq(positions.userExpires(id + 1), 0, "expiry");
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, id + 1));
        positions.setUser(id + 1, carol, 1);
    }

    function _lease(address user) private {
        vm.prank(alice);
        positions.setUser(id, user, uint64(block.timestamp + 30 days));
    }

    function _consent(uint256 key, address user, address newUser, uint64 newExpires, uint256 deadline)
        private
        view
        returns (bytes memory)
    {
        return signAs(key, surrenderDigest(id, user, newUser, newExpires, deadline));
    }

    function _consentRefused(
        address sender,
        address user,
        uint64 expires,
        uint256 deadline,
        bytes memory consent,
        bytes4 expected
    ) private {
        vm.prank(sender);
        vm.expectRevert(abi.encodeWithSelector(expected));
        positions.setUserWithConsent(id, user, expires, deadline, consent);
    }
}
