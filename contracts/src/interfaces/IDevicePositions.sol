// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

/// @title Positions: ERC-721 tokens that own a device's network rights and rewards
/// @notice A device key mints one position, once, for ever. See docs/decisions/0002-contracts.md.
interface IDevicePositions {
    /// @notice Curve of a device key.
    enum KeyType {
        Secp256k1,
        P256
    }

    /// @notice Uncompressed public key of a device. `deviceId = keccak256(abi.encode(keyType, x, y))`.
    struct DeviceKey {
        KeyType keyType;
        bytes32 x;
        bytes32 y;
    }

    /// @notice What the device key and the attester both sign to create a position (EIP-712 `Registration`).
    /// @param owner receives the position, whoever sends the transaction
    /// @param deviceId hash of the device key (the key itself travels beside the claim)
    /// @param network short-string slug of the network, e.g. "helium-iot", left-aligned in 32 bytes
    /// @param model short-string slug of the hardware model, left-aligned in 32 bytes
    /// @param cell public H3 index at resolution 5, or 0 where place does not matter
    /// @param place salted commitment to the exact place, or 0
    /// @param metadata hash of the canonical JSON (RFC 8785) of the device's metadata
    /// @param nonce the device's nonce (0 for a registration)
    /// @param deadline last Unix second at which the claim can be used
    struct Registration {
        address owner;
        bytes32 deviceId;
        bytes32 network;
        bytes32 model;
        uint64 cell;
        bytes32 place;
        bytes32 metadata;
        uint256 nonce;
        uint256 deadline;
    }

    /// @notice What moves a device to another network or changes its place or metadata (EIP-712 `Reassignment`).
    struct Reassignment {
        uint256 tokenId;
        address owner;
        bytes32 network;
        bytes32 model;
        uint64 cell;
        bytes32 place;
        bytes32 metadata;
        uint256 nonce;
        uint256 deadline;
    }

    /// @notice A registration with everything `register` takes, to be sent among others.
    struct ProvenRegistration {
        Registration claim;
        DeviceKey key;
        bytes deviceSignature;
        address attester;
        bytes attesterSignature;
    }

    /// @notice Everything a position is, beside its owner.
    struct Position {
        bytes32 deviceId;
        bytes32 network;
        bytes32 model;
        uint64 cell;
        bytes32 place;
        bytes32 metadata;
        /// @dev grows by one with each transfer, never on mint
        uint64 ownershipNonce;
        /// @dev bit 0: tainted
        uint32 flags;
    }

    event DeviceRegistered(
        uint256 indexed tokenId,
        bytes32 indexed deviceId,
        address indexed owner,
        address attester,
        DeviceKey key,
        bytes32 network,
        bytes32 model,
        uint64 cell,
        bytes32 place,
        bytes32 metadata
    );
    /// @notice One of many was left out; `reason` is what `register` would have reverted with.
    event RegistrationSkipped(bytes32 indexed deviceId, bytes reason);
    event DeviceReassigned(
        uint256 indexed tokenId,
        bytes32 indexed network,
        bytes32 model,
        uint64 cell,
        bytes32 place,
        bytes32 metadata,
        address attester
    );
    event FlagsChanged(uint256 indexed tokenId, uint32 flags, address indexed by);

    error ClaimExpired(uint256 deadline);
    error WrongNonce(bytes32 deviceId, uint256 expected, uint256 given);
    error DeviceKeyMismatch(bytes32 expected, bytes32 given);
    error DeviceAlreadyRegistered(bytes32 deviceId, uint256 tokenId);
    error InvalidDeviceSignature();
    error InvalidAttesterSignature();
    error InvalidUserSignature();
    error NotAttester(address account);
    error NotPositionOwner(uint256 tokenId, address account);
    error LeaseRunning(uint256 tokenId, address user, uint64 expires);
    error OwnerIsZero();

    /// @notice Mints the position of a device to `claim.owner`. Anyone may send it; pausable.
    function register(
        Registration calldata claim,
        DeviceKey calldata key,
        bytes calldata deviceSignature,
        address attester,
        bytes calldata attesterSignature
    ) external returns (uint256 tokenId);

    /// @notice Mints many positions in one transaction, each as `register` would. One that cannot be minted is left out,
    /// with a `RegistrationSkipped`, and the others stand. Anyone may send it; pausable.
    /// @return tokenIds one for each proof in its order; 0 where it was left out
    function registerMany(ProvenRegistration[] calldata proofs) external returns (uint256[] memory tokenIds);

    /// @notice Called by the owner. `userSignature` is the user's over the same digest while a lease runs, else empty.
    function reassign(
        Reassignment calldata claim,
        DeviceKey calldata key,
        bytes calldata deviceSignature,
        address attester,
        bytes calldata attesterSignature,
        bytes calldata userSignature
    ) external;

    /// @notice ERC-4907, owner only (no operator); refused while a term runs.
    function setUser(uint256 tokenId, address user, uint64 expires) external;

    /// @notice The same while a term runs, with the present user's EIP-712 `Surrender` signature.
    /// `Surrender(uint256 tokenId,address user,address newUser,uint64 newExpires,uint256 nonce,uint256 deadline)`,
    /// nonce = surrenderNonce(tokenId)
    function setUserWithConsent(
        uint256 tokenId,
        address user,
        uint64 expires,
        uint256 deadline,
        bytes calldata userSignature
    ) external;

    /// @notice Attesters mark a device (bit 0: tainted). Changes stateHash, so open listings stop filling.
    function setFlags(uint256 tokenId, uint32 flags) external;

    function positionOf(uint256 tokenId) external view returns (Position memory);
    function tokenOfDevice(bytes32 deviceId) external view returns (uint256 tokenId);
    function deviceNonce(bytes32 deviceId) external view returns (uint256);
    function surrenderNonce(uint256 tokenId) external view returns (uint256);
    function totalSupply() external view returns (uint256);

    /// @notice keccak256(abi.encode(tokenId, deviceId, network, model, cell, place, metadata, user, expires, flags)):
    /// what the device is, without who owned it how often. User and expiry as stored (raw), so that it never
    /// changes by time passing.
    function deviceHash(uint256 tokenId) external view returns (bytes32);

    /// @notice keccak256(abi.encode(deviceHash, ownershipNonce)): what a seller signs as zoneHash.
    function stateHash(uint256 tokenId) external view returns (bytes32);
}
