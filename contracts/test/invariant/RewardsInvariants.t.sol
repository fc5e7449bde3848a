// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {RewardsFixture} from "../base/RewardsFixture.sol";
import {RewardsHandler} from "./RewardsHandler.sol";

/// @notice What is true of rewards after any sequence of publications, fundings, pauses and claims.
/// forge-config: default.invariant.fail-on-revert = true
/// forge-config: deep.invariant.fail-on-revert = true
contract RewardsInvariantsTest is RewardsFixture {
    RewardsHandler internal handler;

    function setUp() public override {
        super.setUp();
        handler = new RewardsHandler(distributor, dollar);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_whatWasPaidInIsPaidOutOrThere() public view {
        uint256 sum;
        for (uint256 n = 0; n < 2; ++n) {
            bytes32 network = handler.network(n);
            assertEq(
                distributor.pool(network) + handler.paidOut(network), handler.funded(network), "pool and payments"
            );
            sum += distributor.pool(network);
        }
        assertEq(dollar.balanceOf(address(distributor)), sum, "the pools are the dollars held");
    }

    function invariant_nobodyGetsMoreThanTheMostThatWasPromised() public view {
        for (uint256 n = 0; n < 2; ++n) {
            bytes32 network = handler.network(n);
            uint256 paid;
            for (uint256 i = 0; i < handler.LEAVES(); ++i) {
                (address account, uint256 id) = handler.leaf(i);
                uint256 claimed = distributor.claimed(network, account, id);
                assertEq(claimed, handler.had(network, i), "claimed");
                assertTrue(claimed <= handler.promised(network, i), "no more than promised");
                paid += claimed;
            }
            assertEq(paid, handler.paidOut(network), "claims are the payments");
            assertEq(distributor.latestEpoch(network), handler.latest(network), "latest epoch");
        }
    }

    function invariant_contractAndAccountDecideAlike() public view {
        assertEq(handler.disagreement(), "", handler.disagreement());
    }

    /// @dev An invariant over actions that never succeed would say nothing.
    function test_theHandlerReachesEveryAction() public {
        for (uint256 i = 0; i < 300; ++i) {
            uint256 r = uint256(keccak256(abi.encode(i)));
            (uint256 a, uint256 b, uint256 c) = (uint64(r), uint64(r >> 64), uint64(r >> 128));
            if (i % 4 == 0) handler.pay(a, b);
            else if (i % 4 == 1) handler.publishRoot(a, uint64(b), c % 4 != 0, r);
            else if (i % 4 == 2) handler.claim(a, b, c);
            else handler.pause(a);
        }
        string[3] memory actions = ["fund", "publish", "claim"];
        for (uint256 i = 0; i < actions.length; ++i) {
            assertTrue(handler.accepted(actions[i]) > 3, actions[i]);
        }
        invariant_contractAndAccountDecideAlike();
        invariant_whatWasPaidInIsPaidOutOrThere();
        invariant_nobodyGetsMoreThanTheMostThatWasPromised();
    }
}
