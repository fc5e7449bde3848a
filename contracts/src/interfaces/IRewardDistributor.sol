// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

/// @title Rewards of positions, paid to whoever owned them while they accrued
/// @notice Each network publishes cumulative Merkle roots, one an epoch, each with the hash of the file it was made
/// from. See docs/decisions/0013-rewards.md.
interface IRewardDistributor {
    /// @notice One root as it is published.
    /// @param network short-string slug of the network, left-aligned in 32 bytes
    /// @param epoch Unix second at which the epoch ends; a network's epochs only grow
    /// @param root of an OpenZeppelin `StandardMerkleTree` of (bytes32 network, address account, uint256 positionId,
    /// uint256 cumulative)
    /// @param fileHash keccak256 of the canonical JSON (RFC 8785) the root was made from
    /// @param uri where that file is served
    struct Publication {
        bytes32 network;
        uint64 epoch;
        bytes32 root;
        bytes32 fileHash;
        string uri;
    }

    /// @notice A leaf of a published root with its proof.
    /// @param cumulative everything `account` earned with the position in the network since the beginning, base units
    struct Claim {
        bytes32 network;
        uint64 epoch;
        address account;
        uint256 positionId;
        uint256 cumulative;
        bytes32[] proof;
    }

    /// @notice Dollars for one network's pool.
    struct Funding {
        bytes32 network;
        uint256 amount;
    }

    event RootPublished(
        bytes32 indexed network, uint64 indexed epoch, bytes32 root, bytes32 fileHash, string uri
    );
    /// @notice `amount` was paid to `account`, whose claims for the position in the network now sum to `cumulative`.
    event RewardClaimed(
        bytes32 indexed network,
        address indexed account,
        uint256 indexed positionId,
        uint256 amount,
        uint256 cumulative
    );
    event PoolFunded(bytes32 indexed network, address indexed by, uint256 amount);

    error RootIsZero(bytes32 network, uint64 epoch);
    error EpochNotAfter(bytes32 network, uint64 epoch, uint64 latest);
    error EpochNotPublished(bytes32 network, uint64 epoch);
    error ProofDoesNotMatch(bytes32 network, address account, uint256 positionId, uint256 cumulative);
    /// @notice The network has not paid in what its root promises: `owed` is due now, `pool` is there.
    error PoolTooSmall(bytes32 network, uint256 owed, uint256 pool);

    /// @notice Publishes roots, all or none. The publisher's alone; pausable.
    function publish(Publication[] calldata publications) external;

    /// @notice Pays dollars of the caller, who approved them, into the networks' pools.
    function fund(Funding[] calldata fundings) external;

    /// @notice Pays what each claim's account has not had yet, whoever sends it. A claim that is behind what was
    /// already paid pays nothing and does not stop the others; a wrong proof or an empty pool stops all. Not pausable.
    /// @return paid sum of what was paid, base units
    function claim(Claim[] calldata claims) external returns (uint256 paid);

    /// @notice Root of a network's epoch, or 0.
    function rootOf(bytes32 network, uint64 epoch) external view returns (bytes32);

    /// @notice The last epoch a network published, or 0.
    function latestEpoch(bytes32 network) external view returns (uint64);

    /// @notice What an account has been paid for a position in a network, base units.
    function claimed(bytes32 network, address account, uint256 positionId) external view returns (uint256);

    /// @notice Dollars a network paid in that are not yet paid out, base units.
    function pool(bytes32 network) external view returns (uint256);
}
