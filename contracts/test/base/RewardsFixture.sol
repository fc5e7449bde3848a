// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {RewardDistributor} from "../../src/RewardDistributor.sol";
import {TestDollar} from "../../src/TestDollar.sol";
import {RewardTrees} from "./RewardTrees.sol";

/// @title The distributor as deployed, and a network that lets it take what it pays in
abstract contract RewardsFixture is RewardTrees {
    function setUp() public virtual {
        dollar = new TestDollar();
        distributor = new RewardDistributor(ADMIN, PUBLISHER, dollar);
        vm.prank(NETWORK);
        dollar.approve(address(distributor), type(uint256).max);
    }
}
