// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IDevicePositions} from "./interfaces/IDevicePositions.sol";
import {IERC4907} from "./interfaces/IERC4907.sol";
import {Claims} from "./libraries/Claims.sol";
import {DeviceKeys} from "./libraries/DeviceKeys.sol";

/// @title Positions: ERC-721 tokens that own a device's network rights and rewards
/// @notice A position is minted by two signatures over one claim: the device key's (this device is here) and an
/// attester's (it is a real one). There is no burn and no admin mint, and transfers are never paused.
/// @dev Positions are minted without `onERC721Received`: the claim names its owner, and a hook would let the receiver
/// act before the registration is whole. See docs/decisions/0002-contracts.md.
contract DevicePositions is ERC721, AccessControl, Pausable, EIP712, IERC4906, IERC4907, IDevicePositions {
    using DeviceKeys for DeviceKey;
    using Claims for Registration;
    using Claims for Reassignment;

    /*//////////////////////////////////////////////////////////////
                                 TYPES
    //////////////////////////////////////////////////////////////*/

    /// @dev What is known of a device key. nonce > 0 exactly when it has a position.
    struct Device {
        uint128 tokenId;
        uint128 nonce;
    }

    /// @dev `Position`, with the small fields packed into one slot.
    struct Stored {
        bytes32 deviceId;
        bytes32 network;
        bytes32 model;
        bytes32 place;
        bytes32 metadata;
        uint64 cell;
        uint64 ownershipNonce;
        uint32 flags;
    }

    /// @dev ERC-4907 term, and the nonce that binds a `Surrender` to it.
    struct Term {
        address user;
        uint64 expires;
        uint32 nonce;
    }

    /*//////////////////////////////////////////////////////////////
                               CONSTANTS
    //////////////////////////////////////////////////////////////*/

    /// @notice May sign claims and set flags.
    bytes32 public constant ATTESTER_ROLE = keccak256("ATTESTER_ROLE");
    /// @notice May pause registration, and nothing else.
    bytes32 public constant PAUSER_ROLE = keccak256("PAUSER_ROLE");

    /*//////////////////////////////////////////////////////////////
                                STORAGE
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc IDevicePositions
    uint256 public totalSupply;

    string private _base;
    mapping(bytes32 deviceId => Device) private _devices;
    mapping(uint256 tokenId => Stored) private _positions;
    mapping(uint256 tokenId => Term) private _terms;

    /*//////////////////////////////////////////////////////////////
                              CONSTRUCTOR
    //////////////////////////////////////////////////////////////*/

    constructor(address admin, address attester, string memory baseURI)
        ERC721("Hotswap Positions", "HSP")
        EIP712("Hotswap DevicePositions", "1")
    {
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
        _grantRole(PAUSER_ROLE, admin);
        _grantRole(ATTESTER_ROLE, attester);
        _base = baseURI;
    }

    /*//////////////////////////////////////////////////////////////
                              REGISTRATION
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc IDevicePositions
    function register(
        Registration calldata claim,
        DeviceKey calldata key,
        bytes calldata deviceSignature,
        address attester,
        bytes calldata attesterSignature
    ) external whenNotPaused returns (uint256 tokenId) {
        if (claim.owner == address(0)) revert OwnerIsZero();
        uint256 existing = _devices[claim.deviceId].tokenId;
        if (existing != 0) revert DeviceAlreadyRegistered(claim.deviceId, existing);
        _checkClaim(claim.deviceId, key, claim.nonce, claim.deadline);
        _checkProof(_hashTypedDataV4(claim.hash()), key, deviceSignature, attester, attesterSignature);

        return _register(claim, key, attester);
    }

    /// @inheritdoc IDevicePositions
    /// @dev Each goes through a call of its own, so that a refusal undoes nothing else. `register` does not look at its
    /// sender. A sender who gives too little gas leaves out devices, with an empty reason, and may send them again.
    function registerMany(ProvenRegistration[] calldata proofs)
        external
        whenNotPaused
        returns (uint256[] memory tokenIds)
    {
        tokenIds = new uint256[](proofs.length);
        for (uint256 i; i < proofs.length; ++i) {
            ProvenRegistration calldata p = proofs[i];
            try this.register(p.claim, p.key, p.deviceSignature, p.attester, p.attesterSignature) returns (
                uint256 tokenId
            ) {
                tokenIds[i] = tokenId;
            } catch (bytes memory reason) {
                emit RegistrationSkipped(p.claim.deviceId, reason);
            }
        }
    }

    /// @inheritdoc IDevicePositions
    function reassign(
        Reassignment calldata claim,
        DeviceKey calldata key,
        bytes calldata deviceSignature,
        address attester,
        bytes calldata attesterSignature,
        bytes calldata userSignature
    ) external {
        _checkOwner(claim.tokenId, msg.sender);
        _checkOwner(claim.tokenId, claim.owner);
        bytes32 deviceId = _positions[claim.tokenId].deviceId;
        _checkClaim(deviceId, key, claim.nonce, claim.deadline);
        bytes32 digest = _hashTypedDataV4(claim.hash());
        _checkProof(digest, key, deviceSignature, attester, attesterSignature);
        address user = userOf(claim.tokenId);
        if (user != address(0)) _checkUser(user, digest, userSignature);
        _reassign(claim, attester);
    }

    /*//////////////////////////////////////////////////////////////
                                 LEASES
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc IDevicePositions
    function setUser(uint256 tokenId, address user, uint64 expires) external override(IDevicePositions, IERC4907) {
        _checkOwner(tokenId, msg.sender);
        address present = userOf(tokenId);
        if (present != address(0)) revert LeaseRunning(tokenId, present, _terms[tokenId].expires);
        _setUser(tokenId, user, expires);
    }

    /// @inheritdoc IDevicePositions
    function setUserWithConsent(
        uint256 tokenId,
        address user,
        uint64 expires,
        uint256 deadline,
        bytes calldata userSignature
    ) external {
        _checkOwner(tokenId, msg.sender);
        if (block.timestamp > deadline) revert ClaimExpired(deadline);
        address present = userOf(tokenId);
        bytes32 surrender =
            Claims.hashSurrender(tokenId, present, user, expires, _terms[tokenId].nonce, deadline);
        _checkUser(present, _hashTypedDataV4(surrender), userSignature);
        _setUser(tokenId, user, expires);
    }

    /// @inheritdoc IERC4907
    function userOf(uint256 tokenId) public view returns (address) {
        Term storage term = _terms[tokenId];
        return block.timestamp > term.expires ? address(0) : term.user;
    }

    /// @inheritdoc IERC4907
    function userExpires(uint256 tokenId) external view returns (uint256) {
        return _terms[tokenId].expires;
    }

    /// @inheritdoc IDevicePositions
    /// @dev Grows with every change of the user, so a consent given in one term is void in the next.
    function surrenderNonce(uint256 tokenId) external view returns (uint256) {
        return _terms[tokenId].nonce;
    }

    /*//////////////////////////////////////////////////////////////
                             ADMINISTRATION
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc IDevicePositions
    function setFlags(uint256 tokenId, uint32 flags) external {
        _checkAttester(msg.sender);
        _requireOwned(tokenId);
        _positions[tokenId].flags = flags;
        emit FlagsChanged(tokenId, flags, msg.sender);
        emit MetadataUpdate(tokenId);
    }

    /// @notice Sets what stands before the id in `tokenURI`.
    function setBaseURI(string calldata baseURI) external onlyRole(DEFAULT_ADMIN_ROLE) {
        _base = baseURI;
        emit BatchMetadataUpdate(1, type(uint256).max);
    }

    /// @notice Stops registration; transfers, leases and reassignments go on.
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    /// @notice Opens registration again.
    function unpause() external onlyRole(PAUSER_ROLE) {
        _unpause();
    }

    /*//////////////////////////////////////////////////////////////
                                 VIEWS
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc IDevicePositions
    function positionOf(uint256 tokenId) external view returns (Position memory) {
        _requireOwned(tokenId);
        Stored storage p = _positions[tokenId];
        return Position(
            p.deviceId, p.network, p.model, p.cell, p.place, p.metadata, p.ownershipNonce, p.flags
        );
    }

    /// @inheritdoc IDevicePositions
    function tokenOfDevice(bytes32 deviceId) external view returns (uint256) {
        return _devices[deviceId].tokenId;
    }

    /// @inheritdoc IDevicePositions
    function deviceNonce(bytes32 deviceId) external view returns (uint256) {
        return _devices[deviceId].nonce;
    }

    /// @inheritdoc IDevicePositions
    function deviceHash(uint256 tokenId) public view returns (bytes32) {
        _requireOwned(tokenId);
        Stored storage p = _positions[tokenId];
        Term storage term = _terms[tokenId];
        return keccak256(
            abi.encode(
                tokenId, p.deviceId, p.network, p.model, p.cell, p.place, p.metadata, term.user, term.expires, p.flags
            )
        );
    }

    /// @inheritdoc IDevicePositions
    function stateHash(uint256 tokenId) external view returns (bytes32) {
        return keccak256(abi.encode(deviceHash(tokenId), _positions[tokenId].ownershipNonce));
    }

    /// @notice ERC-165: ERC-721 and its metadata, ERC-4906, ERC-4907, access control.
    function supportsInterface(bytes4 interfaceId)
        public
        view
        override(ERC721, AccessControl, IERC165)
        returns (bool)
    {
        return interfaceId == 0x49064906 || interfaceId == type(IERC4907).interfaceId
            || super.supportsInterface(interfaceId);
    }

    /*//////////////////////////////////////////////////////////////
                                INTERNAL
    //////////////////////////////////////////////////////////////*/

    /// @dev A transfer moves the ownership nonce, which kills what former owners signed, and keeps the user.
    function _update(address to, uint256 tokenId, address auth) internal override returns (address from) {
        from = super._update(to, tokenId, auth);
        if (from != address(0)) ++_positions[tokenId].ownershipNonce;
    }

    function _baseURI() internal view override returns (string memory) {
        return _base;
    }

    function _setUser(uint256 tokenId, address user, uint64 expires) internal {
        Term storage term = _terms[tokenId];
        term.user = user;
        term.expires = expires;
        ++term.nonce;
        emit UpdateUser(tokenId, user, expires);
    }

    /// @dev Effects of a registration whose checks have passed.
    function _register(Registration calldata claim, DeviceKey calldata key, address attester)
        internal
        returns (uint256 tokenId)
    {
        tokenId = ++totalSupply;
        // the cast cannot truncate: 2^128 registrations cannot happen
        _devices[claim.deviceId] = Device({tokenId: uint128(tokenId), nonce: 1});
        _positions[tokenId].deviceId = claim.deviceId;
        _place(tokenId, claim.network, claim.model, claim.cell, claim.place, claim.metadata);
        _mint(claim.owner, tokenId);
        emit DeviceRegistered(
            tokenId,
            claim.deviceId,
            claim.owner,
            attester,
            key,
            claim.network,
            claim.model,
            claim.cell,
            claim.place,
            claim.metadata
        );
    }

    /// @dev Effects of a reassignment whose checks have passed.
    function _reassign(Reassignment calldata claim, address attester) internal {
        ++_devices[_positions[claim.tokenId].deviceId].nonce;
        _place(claim.tokenId, claim.network, claim.model, claim.cell, claim.place, claim.metadata);
        emit DeviceReassigned(
            claim.tokenId, claim.network, claim.model, claim.cell, claim.place, claim.metadata, attester
        );
        emit MetadataUpdate(claim.tokenId);
    }

    function _place(
        uint256 tokenId,
        bytes32 network,
        bytes32 model,
        uint64 cell,
        bytes32 place,
        bytes32 metadata
    ) internal {
        Stored storage p = _positions[tokenId];
        p.network = network;
        p.model = model;
        p.cell = cell;
        p.place = place;
        p.metadata = metadata;
    }

    function _checkOwner(uint256 tokenId, address account) internal view {
        if (_requireOwned(tokenId) != account) revert NotPositionOwner(tokenId, account);
    }

    function _checkAttester(address account) internal view {
        if (!hasRole(ATTESTER_ROLE, account)) revert NotAttester(account);
    }

    /// @dev What is wrong with a claim whatever its signatures say.
    function _checkClaim(bytes32 deviceId, DeviceKey calldata key, uint256 nonce, uint256 deadline) internal view {
        if (block.timestamp > deadline) revert ClaimExpired(deadline);
        bytes32 given = key.id();
        if (given != deviceId) revert DeviceKeyMismatch(deviceId, given);
        uint256 expected = _devices[deviceId].nonce;
        if (nonce != expected) revert WrongNonce(deviceId, expected, nonce);
    }

    /// @dev Both signatures over one digest: the device's and that of an account that is an attester now.
    function _checkProof(
        bytes32 digest,
        DeviceKey calldata key,
        bytes calldata deviceSignature,
        address attester,
        bytes calldata attesterSignature
    ) internal view {
        _checkAttester(attester);
        if (!key.verify(digest, deviceSignature)) revert InvalidDeviceSignature();
        if (!SignatureChecker.isValidSignatureNowCalldata(attester, digest, attesterSignature)) {
            revert InvalidAttesterSignature();
        }
    }

    function _checkUser(address user, bytes32 digest, bytes calldata userSignature) internal view {
        if (!SignatureChecker.isValidSignatureNowCalldata(user, digest, userSignature)) revert InvalidUserSignature();
    }
}
