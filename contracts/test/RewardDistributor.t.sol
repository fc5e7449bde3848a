// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {IRewardDistributor} from "../src/interfaces/IRewardDistributor.sol";
import {RewardsFixture} from "./base/RewardsFixture.sol";

/// @notice Who is paid what, when, and by whom; and each way a claim or a publication is refused.
contract RewardDistributorTest is RewardsFixture {
    function test_theFormerOwnerAndTheNewOneEachGetTheirPart() public {
        Earned[] memory list = new Earned[](2);
        (list[0], list[1]) = (earned(alice, 7, 60), earned(bob, 7, 40));
        _open(list, 100);

        IRewardDistributor.Claim[] memory claims = new IRewardDistributor.Claim[](2);
        (claims[0], claims[1]) = (claimOf(HELIUM, EPOCH, list, 0), claimOf(HELIUM, EPOCH, list, 1));
        vm.expectEmit(address(distributor));
        emit IRewardDistributor.RewardClaimed(HELIUM, alice, 7, 60, 60);
        vm.expectEmit(address(distributor));
        emit IRewardDistributor.RewardClaimed(HELIUM, bob, 7, 40, 40);
        assertEq(distributor.claim(claims), 100, "paid");

        assertEq(dollar.balanceOf(alice), 60, "alice");
        assertEq(dollar.balanceOf(bob), 40, "bob");
        assertEq(distributor.pool(HELIUM), 0, "pool");
    }

    function testFuzz_whoeverSendsItTheAccountOfTheLeafIsPaid(address sender, uint128 amount) public {
        vm.assume(sender != alice && sender != address(distributor));
        amount = uint128(bound(amount, 1, dollar.FAUCET_LIMIT()));
        Earned[] memory list = _one(amount);
        _open(list, amount);
        uint256 before = dollar.balanceOf(sender);
        vm.prank(sender);
        distributor.claim(one(claimOf(HELIUM, EPOCH, list, 0)));
        assertEq(dollar.balanceOf(alice), amount, "account");
        assertEq(dollar.balanceOf(sender), before, "sender");
    }

    function testFuzz_aLaterRootPaysTheDifference(uint64 first, uint64 more) public {
        first = uint64(bound(first, 1, 400_000e6));
        more = uint64(bound(more, 1, 400_000e6));
        Earned[] memory list = _one(first);
        _open(list, uint256(first) + more);
        distributor.claim(one(claimOf(HELIUM, EPOCH, list, 0)));

        Earned[] memory next = _one(uint256(first) + more);
        publish(HELIUM, EPOCH + 3600, rootOf(HELIUM, next));
        assertEq(distributor.claim(one(claimOf(HELIUM, EPOCH + 3600, next, 0))), more, "paid");
        assertEq(distributor.claimed(HELIUM, alice, 7), uint256(first) + more, "claimed");
    }

    function testFuzz_aRootThatIsBehindPaysNothingAndStopsNobody(uint64 high, uint64 low) public {
        high = uint64(bound(high, 1, 400_000e6));
        low = uint64(bound(low, 0, high));
        Earned[] memory list = _one(high);
        _open(list, uint256(high) + 5);
        distributor.claim(one(claimOf(HELIUM, EPOCH, list, 0)));

        Earned[] memory next = new Earned[](2);
        (next[0], next[1]) = (earned(alice, 7, low), earned(bob, 8, 5));
        publish(HELIUM, EPOCH + 3600, rootOf(HELIUM, next));
        IRewardDistributor.Claim[] memory claims = new IRewardDistributor.Claim[](2);
        (claims[0], claims[1]) = (claimOf(HELIUM, EPOCH + 3600, next, 0), claimOf(HELIUM, EPOCH + 3600, next, 1));
        assertEq(distributor.claim(claims), 5, "bob alone");
        assertEq(distributor.claimed(HELIUM, alice, 7), high, "nothing is taken back");
        assertEq(dollar.balanceOf(bob), 5, "bob");
    }

    function test_anOlderRootStaysClaimable() public {
        Earned[] memory list = _one(60);
        _open(list, 100);
        publish(HELIUM, EPOCH + 3600, rootOf(HELIUM, _one(100)));
        assertEq(distributor.claim(one(claimOf(HELIUM, EPOCH, list, 0))), 60, "paid");
    }

    function test_theSecondTimeNothingIsPaidAndNothingSaid() public {
        Earned[] memory list = _one(60);
        _open(list, 100);
        distributor.claim(one(claimOf(HELIUM, EPOCH, list, 0)));
        vm.recordLogs();
        assertEq(distributor.claim(one(claimOf(HELIUM, EPOCH, list, 0))), 0, "paid");
        assertEq(vm.getRecordedLogs().length, 0, "logs");
    }

    function test_theSameClaimTwiceInOneTransactionIsPaidOnce() public {
        Earned[] memory list = _one(60);
        _open(list, 100);
        IRewardDistributor.Claim[] memory claims = new IRewardDistributor.Claim[](2);
        (claims[0], claims[1]) = (claimOf(HELIUM, EPOCH, list, 0), claimOf(HELIUM, EPOCH, list, 0));
        assertEq(distributor.claim(claims), 60, "paid");
    }

    function test_manyPositionsAndNetworksInOneTransfer() public {
        Earned[] memory list = new Earned[](3);
        (list[0], list[1], list[2]) = (earned(alice, 1, 10), earned(alice, 2, 20), earned(alice, 3, 30));
        Earned[] memory other = new Earned[](1);
        other[0] = earned(alice, 1, 5);
        _open(list, 60);
        fund(DIMO, 5);
        publish(DIMO, EPOCH, rootOf(DIMO, other));

        IRewardDistributor.Claim[] memory claims = new IRewardDistributor.Claim[](4);
        for (uint256 i = 0; i < 3; ++i) claims[i] = claimOf(HELIUM, EPOCH, list, i);
        claims[3] = claimOf(DIMO, EPOCH, other, 0);
        vm.recordLogs();
        assertEq(distributor.claim(claims), 65, "paid");
        assertEq(vm.getRecordedLogs().length, 5, "four claims and one transfer");
        assertEq(dollar.balanceOf(alice), 65, "alice");
    }

    function test_noClaimsNoPayment() public {
        assertEq(distributor.claim(new IRewardDistributor.Claim[](0)), 0, "paid");
    }

    function testFuzz_aLeafIsGoodForWhatItSaysAlone(uint8 what, uint256 other) public {
        Earned[] memory list = _one(60);
        _open(list, 100);
        fund(DIMO, 100);
        publish(DIMO, EPOCH, keccak256("another tree"));
        IRewardDistributor.Claim memory c = claimOf(HELIUM, EPOCH, list, 0);
        if (what % 4 == 0) {
            vm.assume(address(uint160(other)) != alice);
            c.account = address(uint160(other));
        } else if (what % 4 == 1) {
            vm.assume(other != 7);
            c.positionId = other;
        } else if (what % 4 == 2) {
            vm.assume(other != 60);
            c.cumulative = other;
        } else {
            c.network = DIMO;
        }
        vm.expectRevert(
            abi.encodeWithSelector(
                IRewardDistributor.ProofDoesNotMatch.selector, c.network, c.account, c.positionId, c.cumulative
            )
        );
        distributor.claim(one(c));
    }

    /// @dev 64 bytes that hash to a node are no leaf: leaves are hashed twice.
    function test_aNodeIsNoLeaf() public {
        Earned[] memory list = new Earned[](2);
        (list[0], list[1]) = (earned(alice, 1, 10), earned(bob, 2, 20));
        _open(list, 100);
        IRewardDistributor.Claim memory c = claimOf(HELIUM, EPOCH, list, 0);
        c.proof = new bytes32[](0);
        vm.expectRevert(
            abi.encodeWithSelector(IRewardDistributor.ProofDoesNotMatch.selector, HELIUM, alice, 1, 10)
        );
        distributor.claim(one(c));
    }

    function testFuzz_anEpochNobodyPublished(uint64 epoch) public {
        vm.assume(epoch != EPOCH);
        Earned[] memory list = _one(60);
        _open(list, 100);
        IRewardDistributor.Claim memory c = claimOf(HELIUM, epoch, list, 0);
        vm.expectRevert(abi.encodeWithSelector(IRewardDistributor.EpochNotPublished.selector, HELIUM, epoch));
        distributor.claim(one(c));
    }

    function test_anEmptyPoolSaysSoAndOtherNetworksPoolsStayWhole() public {
        Earned[] memory list = _one(60);
        _open(list, 59);
        fund(DIMO, 1000);
        IRewardDistributor.Claim[] memory claims = one(claimOf(HELIUM, EPOCH, list, 0));
        vm.expectRevert(abi.encodeWithSelector(IRewardDistributor.PoolTooSmall.selector, HELIUM, 60, 59));
        distributor.claim(claims);
        fund(HELIUM, 1);
        assertEq(distributor.claim(claims), 60, "paid once the pool is full");
        assertEq(distributor.pool(DIMO), 1000, "the other network's");
    }

    function testFuzz_anyoneFunds(address sender, uint64 first, uint64 second) public {
        vm.assume(sender != address(0) && sender != address(distributor));
        (first, second) = (uint64(bound(first, 0, 400_000e6)), uint64(bound(second, 0, 400_000e6)));
        IRewardDistributor.Funding[] memory fundings = new IRewardDistributor.Funding[](2);
        fundings[0] = IRewardDistributor.Funding(HELIUM, first);
        fundings[1] = IRewardDistributor.Funding(DIMO, second);
        vm.startPrank(sender);
        dollar.faucet(uint256(first) + second);
        dollar.approve(address(distributor), uint256(first) + second);
        vm.expectEmit(address(distributor));
        emit IRewardDistributor.PoolFunded(HELIUM, sender, first);
        vm.expectEmit(address(distributor));
        emit IRewardDistributor.PoolFunded(DIMO, sender, second);
        distributor.fund(fundings);
        vm.stopPrank();
        assertEq(distributor.pool(HELIUM), first, "first");
        assertEq(distributor.pool(DIMO), second, "second");
        assertEq(dollar.balanceOf(address(distributor)), uint256(first) + second, "held");
    }

    function test_fundingTakesRealMoney() public {
        IRewardDistributor.Funding[] memory fundings = new IRewardDistributor.Funding[](1);
        fundings[0] = IRewardDistributor.Funding(HELIUM, 1);
        vm.prank(NETWORK);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, NETWORK, 0, 1));
        distributor.fund(fundings);
    }

    function test_publicationsAreKeptAndSaid() public {
        IRewardDistributor.Publication[] memory list = new IRewardDistributor.Publication[](2);
        list[0] = publication(HELIUM, EPOCH, keccak256("a"))[0];
        list[1] = publication(DIMO, EPOCH, keccak256("b"))[0];
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectEmit(address(distributor));
            emit IRewardDistributor.RootPublished(
                list[i].network, EPOCH, list[i].root, keccak256("file"), "/api/v1/rewards/x/1"
            );
        }
        vm.prank(PUBLISHER);
        distributor.publish(list);
        assertEq(distributor.rootOf(HELIUM, EPOCH), keccak256("a"), "first root");
        assertEq(distributor.rootOf(DIMO, EPOCH), keccak256("b"), "second root");
        assertEq(distributor.latestEpoch(DIMO), EPOCH, "latest");
    }

    function testFuzz_epochsOnlyGrow(uint64 first, uint64 second) public {
        first = uint64(bound(first, 1, type(uint64).max));
        second = uint64(bound(second, 0, first));
        publish(HELIUM, first, keccak256("a"));
        IRewardDistributor.Publication[] memory list = publication(HELIUM, second, keccak256("b"));
        vm.prank(PUBLISHER);
        vm.expectRevert(abi.encodeWithSelector(IRewardDistributor.EpochNotAfter.selector, HELIUM, second, first));
        distributor.publish(list);
    }

    function test_noRootIsNoPublication() public {
        IRewardDistributor.Publication[] memory list = publication(HELIUM, EPOCH, 0);
        vm.prank(PUBLISHER);
        vm.expectRevert(abi.encodeWithSelector(IRewardDistributor.RootIsZero.selector, HELIUM, EPOCH));
        distributor.publish(list);
    }

    function testFuzz_onlyThePublisherPublishes(address sender) public {
        vm.assume(sender != PUBLISHER);
        IRewardDistributor.Publication[] memory list = publication(HELIUM, EPOCH, keccak256("a"));
        bytes32 role = distributor.PUBLISHER_ROLE();
        vm.prank(sender);
        vm.expectRevert(
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, sender, role)
        );
        distributor.publish(list);
    }

    function test_aPauseStopsPublicationAndNoClaim() public {
        Earned[] memory list = _one(60);
        _open(list, 60);
        vm.prank(ADMIN);
        distributor.pause();
        IRewardDistributor.Publication[] memory next = publication(HELIUM, EPOCH + 1, keccak256("b"));
        vm.prank(PUBLISHER);
        vm.expectRevert(abi.encodeWithSelector(Pausable.EnforcedPause.selector));
        distributor.publish(next);
        assertEq(distributor.claim(one(claimOf(HELIUM, EPOCH, list, 0))), 60, "paid");
        vm.prank(ADMIN);
        distributor.unpause();
        publish(HELIUM, EPOCH + 1, keccak256("b"));
    }

    function testFuzz_onlyThePauserPauses(address sender) public {
        vm.assume(sender != ADMIN);
        bytes memory expected = abi.encodeWithSelector(
            IAccessControl.AccessControlUnauthorizedAccount.selector, sender, distributor.PAUSER_ROLE()
        );
        vm.prank(sender);
        vm.expectRevert(expected);
        distributor.pause();
        vm.prank(sender);
        vm.expectRevert(expected);
        distributor.unpause();
    }

    function testFuzz_everyLeafOfATreeOfAnySizeIsPaid(uint8 size, uint256 seed) public {
        Earned[] memory list = new Earned[](bound(size, 1, 40));
        uint256 sum;
        for (uint256 i = 0; i < list.length; ++i) {
            uint256 r = uint256(keccak256(abi.encode(seed, i)));
            list[i] = earned(address(uint160(0x1000 + r % 5)), i, r % 1e6);
            sum += r % 1e6;
        }
        _open(list, sum);
        IRewardDistributor.Claim[] memory claims = new IRewardDistributor.Claim[](list.length);
        for (uint256 i = 0; i < list.length; ++i) claims[i] = claimOf(HELIUM, EPOCH, list, i);
        assertEq(distributor.claim(claims), sum, "paid");
        assertEq(distributor.pool(HELIUM), 0, "pool");
        assertEq(dollar.balanceOf(address(distributor)), 0, "held");
    }

    function test_knowsItsDollar() public view {
        assertEq(address(distributor.dollar()), address(IERC20(dollar)), "dollar");
    }

    /// @dev HELIUM funded with `amount`, a root of `list` published.
    function _open(Earned[] memory list, uint256 amount) private {
        fund(HELIUM, amount);
        publish(HELIUM, EPOCH, rootOf(HELIUM, list));
    }

    function _one(uint256 cumulative) private view returns (Earned[] memory list) {
        list = new Earned[](1);
        list[0] = earned(alice, 7, cumulative);
    }
}
