// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {RewardDistributor} from "../../src/RewardDistributor.sol";
import {IRewardDistributor} from "../../src/interfaces/IRewardDistributor.sol";
import {TestDollar} from "../../src/TestDollar.sol";
import {RewardTrees} from "../base/RewardTrees.sol";

/// @title Publishes, funds, pauses and claims at random, and keeps a plain account of it beside the contract
/// @dev Two networks, three accounts, three positions. Roots may say less than the ones before them. Each action says
/// from the account alone whether the contract must accept it; when it decides otherwise `disagreement` says where.
contract RewardsHandler is RewardTrees {
    uint256 public constant LEAVES = 9;

    struct Root {
        bytes32 network;
        uint64 epoch;
        Earned[] list;
    }

    string public disagreement;
    mapping(string action => uint256) public accepted;
    mapping(bytes32 network => uint256) public funded;
    mapping(bytes32 network => uint256) public paidOut;
    mapping(bytes32 network => mapping(uint256 leaf => uint256)) public had;
    /// @notice The most any root so far promised for a leaf.
    mapping(bytes32 network => mapping(uint256 leaf => uint256)) public promised;
    mapping(bytes32 network => uint64) public latest;
    Root[] internal _roots;
    bool public paused;

    constructor(RewardDistributor distributor_, TestDollar dollar_) {
        (distributor, dollar) = (distributor_, dollar_);
    }

    function network(uint256 seed) public pure returns (bytes32) {
        return seed % 2 == 0 ? HELIUM : DIMO;
    }

    function leaf(uint256 index) public pure returns (address account, uint256 positionId) {
        return (address(uint160(0xACC0 + index / 3)), index % 3);
    }

    function pay(uint256 which, uint256 amount) external {
        amount %= 1_000e6;
        fund(network(which), amount);
        funded[network(which)] += amount;
        ++accepted["fund"];
    }

    function publishRoot(uint256 which, uint64 step, bool byPublisher, uint256 seed) external {
        bytes32 by = network(which);
        Root storage root = _roots.push();
        (root.network, root.epoch) = (by, latest[by] + step % 3);
        for (uint256 i = 0; i < LEAVES; ++i) {
            (address account, uint256 id) = leaf(i);
            uint256 r = uint256(keccak256(abi.encode(seed, i))) % 100e6;
            // one in eight says less than what was promised
            root.list.push(earned(account, id, seed % 8 == 0 ? r / 10 : promised[by][i] + r));
        }
        bool right = byPublisher && step % 3 != 0 && !paused;
        vm.prank(byPublisher ? PUBLISHER : NETWORK);
        try distributor.publish(publication(by, root.epoch, rootOf(by, root.list))) {
            _decided(right, true, "publish");
            latest[by] = root.epoch;
            for (uint256 i = 0; i < LEAVES; ++i) {
                if (root.list[i].cumulative > promised[by][i]) promised[by][i] = root.list[i].cumulative;
            }
        } catch {
            _decided(right, false, "publish");
            _roots.pop();
        }
    }

    /// @dev Up to four leaves of one root, one of them wrong one time in eight.
    function claim(uint256 which, uint256 seed, uint256 count) external {
        if (_roots.length == 0) return;
        Root storage root = _roots[which % _roots.length];
        IRewardDistributor.Claim[] memory claims = new IRewardDistributor.Claim[](1 + count % 4);
        uint256[LEAVES] memory booked;
        uint256 due;
        for (uint256 i = 0; i < LEAVES; ++i) booked[i] = had[root.network][i];
        for (uint256 i = 0; i < claims.length; ++i) {
            uint256 index = (seed >> (8 * i)) % LEAVES;
            claims[i] = claimOf(root.network, root.epoch, root.list, index);
            uint256 cumulative = root.list[index].cumulative;
            if (cumulative > booked[index]) {
                due += cumulative - booked[index];
                booked[index] = cumulative;
            }
        }
        bool wrong = seed % 8 == 0;
        if (wrong) claims[0].cumulative += 1;
        bool right = !wrong && due <= funded[root.network] - paidOut[root.network];
        try distributor.claim(claims) returns (uint256 paid) {
            _decided(right && paid == due, true, "claim");
            paidOut[root.network] += paid;
            for (uint256 i = 0; i < LEAVES; ++i) had[root.network][i] = booked[i];
        } catch {
            _decided(right, false, "claim");
        }
    }

    function pause(uint256 seed) external {
        bool wanted = seed % 4 == 0;
        if (wanted == paused) return;
        vm.prank(ADMIN);
        wanted ? distributor.pause() : distributor.unpause();
        paused = wanted;
    }

    function _decided(bool right, bool success, string memory action) private {
        if (success) ++accepted[action];
        if (right != success) {
            disagreement = string.concat(action, success ? ": accepted a wrong one" : ": refused a right one");
        }
    }
}
