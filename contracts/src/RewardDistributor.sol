// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {IRewardDistributor} from "./interfaces/IRewardDistributor.sol";

/// @title Pays rewards against cumulative Merkle roots
/// @notice What a root promised stays claimable for ever: a later root adds to it and takes nothing back. Each network
/// pays from its own pool, so a wrong root of one cannot take what others paid in. No one can withdraw from a pool.
/// @dev The dollar is a plain ERC-20: no fee on transfer, no hooks. See docs/decisions/0013-rewards.md.
contract RewardDistributor is AccessControl, Pausable, IRewardDistributor {
    using SafeERC20 for IERC20;

    /*//////////////////////////////////////////////////////////////
                               CONSTANTS
    //////////////////////////////////////////////////////////////*/

    /// @notice May publish roots.
    bytes32 public constant PUBLISHER_ROLE = keccak256("PUBLISHER_ROLE");
    /// @notice May pause publication, and nothing else.
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    /*//////////////////////////////////////////////////////////////
                                STORAGE
    //////////////////////////////////////////////////////////////*/

    IERC20 public immutable dollar;

    /// @inheritdoc IRewardDistributor
    mapping(bytes32 network => mapping(uint64 epoch => bytes32)) public rootOf;
    /// @inheritdoc IRewardDistributor
    mapping(bytes32 network => uint64) public latestEpoch;
    /// @inheritdoc IRewardDistributor
    mapping(bytes32 network => mapping(address account => mapping(uint256 positionId => uint256))) public claimed;
    /// @inheritdoc IRewardDistributor
    mapping(bytes32 network => uint256) public pool;

    /*//////////////////////////////////////////////////////////////
                              CONSTRUCTOR
    //////////////////////////////////////////////////////////////*/

    constructor(address admin, address publisher, IERC20 dollar_) {
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        _grantRole(PAUSER_ROLE, admin);
        _grantRole(PUBLISHER_ROLE, publisher);
        dollar = dollar_;
    }

    /*//////////////////////////////////////////////////////////////
                              PUBLICATION
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc IRewardDistributor
    function publish(Publication[] calldata publications) external onlyRole(PUBLISHER_ROLE) whenNotPaused {
        for (uint256 i = 0; i < publications.length; ++i) {
            Publication calldata p = publications[i];
            if (p.root == 0) revert RootIsZero(p.network, p.epoch);
            uint64 latest = latestEpoch[p.network];
            if (p.epoch <= latest) revert EpochNotAfter(p.network, p.epoch, latest);
            latestEpoch[p.network] = p.epoch;
            rootOf[p.network][p.epoch] = p.root;
            emit RootPublished(p.network, p.epoch, p.root, p.fileHash, p.uri);
        }
    }

    /// @inheritdoc IRewardDistributor
    function fund(Funding[] calldata fundings) external {
        uint256 sum;
        for (uint256 i = 0; i < fundings.length; ++i) {
            Funding calldata f = fundings[i];
            pool[f.network] += f.amount;
            sum += f.amount;
            emit PoolFunded(f.network, msg.sender, f.amount);
        }
        dollar.safeTransferFrom(msg.sender, address(this), sum);
    }

    /// @notice Stops publication; claims go on.
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    /// @notice Opens publication again.
    function unpause() external onlyRole(PAUSER_ROLE) {
        _unpause();
    }

    /*//////////////////////////////////////////////////////////////
                                 CLAIMS
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc IRewardDistributor
    /// @dev Claims of one account that follow one another are paid in one transfer.
    function claim(Claim[] calldata claims) external returns (uint256 paid) {
        address account;
        uint256 due;
        for (uint256 i = 0; i < claims.length; ++i) {
            Claim calldata c = claims[i];
            if (c.account != account) {
                _pay(account, due);
                (account, due) = (c.account, 0);
            }
            uint256 amount = _settle(c);
            due += amount;
            paid += amount;
        }
        _pay(account, due);
    }

    /*//////////////////////////////////////////////////////////////
                                INTERNAL
    //////////////////////////////////////////////////////////////*/

    /// @dev Checks a claim and books it as paid; 0 when as much or more was paid before.
    function _settle(Claim calldata c) internal returns (uint256 amount) {
        bytes32 root = rootOf[c.network][c.epoch];
        if (root == 0) revert EpochNotPublished(c.network, c.epoch);
        bytes32 leaf =
            keccak256(bytes.concat(keccak256(abi.encode(c.network, c.account, c.positionId, c.cumulative))));
        if (!MerkleProof.verifyCalldata(c.proof, root, leaf)) {
            revert ProofDoesNotMatch(c.network, c.account, c.positionId, c.cumulative);
        }
        uint256 before = claimed[c.network][c.account][c.positionId];
        if (c.cumulative <= before) return 0;

        amount = c.cumulative - before;
        uint256 available = pool[c.network];
        if (amount > available) revert PoolTooSmall(c.network, amount, available);
        claimed[c.network][c.account][c.positionId] = c.cumulative;
        pool[c.network] = available - amount;
        emit RewardClaimed(c.network, c.account, c.positionId, amount, c.cumulative);
    }

    function _pay(address account, uint256 amount) internal {
        if (amount != 0) dollar.safeTransfer(account, amount);
    }
}
