// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {RewardDistributor} from "../../src/RewardDistributor.sol";
import {IRewardDistributor} from "../../src/interfaces/IRewardDistributor.sol";
import {TestDollar} from "../../src/TestDollar.sol";
import {Test} from "./Test.sol";

/// @title Trees of rewards, written out plainly, and what is done with them
/// @dev A tree here is a list of leaves folded pair by pair, an odd one going up as it is: another shape than
/// OpenZeppelin's library makes, which the contract must not care about.
abstract contract RewardTrees is Test {
    bytes32 internal constant HELIUM = "helium-iot";
    bytes32 internal constant DIMO = "dimo";
    address internal constant ADMIN = address(0xAD);
    address internal constant PUBLISHER = address(0x9B);
    address internal constant NETWORK = address(0x4E);
    uint64 internal constant EPOCH = 1_750_003_200;

    TestDollar internal dollar;
    RewardDistributor internal distributor;
    address internal alice = address(0xA11CE);
    address internal bob = address(0xB0B);

    /// @dev What an account earned with a position.
    struct Earned {
        address account;
        uint256 positionId;
        uint256 cumulative;
    }

    function earned(address account, uint256 positionId, uint256 cumulative) internal pure returns (Earned memory) {
        return Earned(account, positionId, cumulative);
    }

    function fund(bytes32 network, uint256 amount) internal {
        vm.prank(NETWORK);
        dollar.faucet(amount);
        IRewardDistributor.Funding[] memory fundings = new IRewardDistributor.Funding[](1);
        fundings[0] = IRewardDistributor.Funding(network, amount);
        vm.prank(NETWORK);
        distributor.fund(fundings);
    }

    function publish(bytes32 network, uint64 epoch, bytes32 root) internal {
        vm.prank(PUBLISHER);
        distributor.publish(publication(network, epoch, root));
    }

    function publication(bytes32 network, uint64 epoch, bytes32 root)
        internal
        pure
        returns (IRewardDistributor.Publication[] memory list)
    {
        list = new IRewardDistributor.Publication[](1);
        list[0] = IRewardDistributor.Publication(network, epoch, root, keccak256("file"), "/api/v1/rewards/x/1");
    }

    function leafOf(bytes32 network, Earned memory e) internal pure returns (bytes32) {
        bytes memory encoded = abi.encode(network, e.account, e.positionId, e.cumulative);
        return keccak256(abi.encodePacked(keccak256(encoded)));
    }

    function rootOf(bytes32 network, Earned[] memory list) internal pure returns (bytes32) {
        (bytes32 root,) = _fold(network, list, 0);
        return root;
    }

    /// @dev The claim of `list[index]` in a tree of `list`.
    function claimOf(bytes32 network, uint64 epoch, Earned[] memory list, uint256 index)
        internal
        pure
        returns (IRewardDistributor.Claim memory)
    {
        (, bytes32[] memory proof) = _fold(network, list, index);
        Earned memory e = list[index];
        return IRewardDistributor.Claim(network, epoch, e.account, e.positionId, e.cumulative, proof);
    }

    function one(IRewardDistributor.Claim memory claim)
        internal
        pure
        returns (IRewardDistributor.Claim[] memory claims)
    {
        claims = new IRewardDistributor.Claim[](1);
        claims[0] = claim;
    }

    function _fold(bytes32 network, Earned[] memory list, uint256 index)
        private
        pure
        returns (bytes32 root, bytes32[] memory proof)
    {
        bytes32[] memory level = new bytes32[](list.length);
        for (uint256 i = 0; i < list.length; ++i) {
            level[i] = leafOf(network, list[i]);
        }
        bytes32[] memory path = new bytes32[](32);
        uint256 depth;
        uint256 size = list.length;
        while (size > 1) {
            if (index ^ 1 < size) path[depth++] = level[index ^ 1];
            for (uint256 i = 0; i < size; i += 2) {
                level[i / 2] = i + 1 < size ? _hashPair(level[i], level[i + 1]) : level[i];
            }
            size = (size + 1) / 2;
            index /= 2;
        }
        proof = new bytes32[](depth);
        for (uint256 i = 0; i < depth; ++i) {
            proof[i] = path[i];
        }
        return (level[0], proof);
    }

    function _hashPair(bytes32 a, bytes32 b) private pure returns (bytes32) {
        return a < b ? keccak256(abi.encodePacked(a, b)) : keccak256(abi.encodePacked(b, a));
    }
}
