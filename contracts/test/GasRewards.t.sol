// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {IRewardDistributor} from "../src/interfaces/IRewardDistributor.sol";
import {RewardsFixture} from "./base/RewardsFixture.sol";

/// @notice Gas of publishing and claiming, each as a transaction of its own on a distributor in use, with trees of 256
/// sums. The figures are committed (contracts/snapshots) and checked; `npm run contracts:gas` renews them.
/// forge-config: default.isolate = true
contract GasRewardsTest is RewardsFixture {
    uint256 internal constant SIZE = 256;
    Earned[] internal list;

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < SIZE; ++i) list.push(earned(alice, i, 1e6 + i));
        fund(HELIUM, 500_000e6);
        publish(HELIUM, EPOCH, rootOf(HELIUM, list));
        // an account that has claimed before, and a pool in use
        distributor.claim(one(claimOf(HELIUM, EPOCH, list, 0)));
        for (uint256 i = 0; i < SIZE; ++i) list[i].cumulative += 1e6;
        publish(HELIUM, EPOCH + 1, rootOf(HELIUM, list));
    }

    function test_publish() public {
        IRewardDistributor.Publication[] memory next = publication(HELIUM, EPOCH + 2, keccak256("root"));
        vm.prank(PUBLISHER);
        distributor.publish(next);
        vm.snapshotGasLastCall("rewards", "publish one root");
    }

    function test_claimFirst() public {
        distributor.claim(one(claimOf(HELIUM, EPOCH + 1, list, 1)));
        vm.snapshotGasLastCall("rewards", "claim one position, the first time");
    }

    function test_claimAgain() public {
        distributor.claim(one(claimOf(HELIUM, EPOCH + 1, list, 0)));
        vm.snapshotGasLastCall("rewards", "claim one position, again");
    }

    function test_claimFifty() public {
        IRewardDistributor.Claim[] memory claims = new IRewardDistributor.Claim[](50);
        for (uint256 i = 0; i < claims.length; ++i) claims[i] = claimOf(HELIUM, EPOCH + 1, list, 1 + i);
        distributor.claim(claims);
        vm.snapshotGasLastCall("rewards", "claim 50 positions, the first time");
    }
}
