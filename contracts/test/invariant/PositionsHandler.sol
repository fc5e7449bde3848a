// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {DevicePositions} from "../../src/DevicePositions.sol";
import {IDevicePositions} from "../../src/interfaces/IDevicePositions.sol";
import {Signing} from "../base/Signing.sol";

/// @title Does what people do with positions, rightly and wrongly, and keeps a reference model beside the contract
/// @dev Each action says beforehand, from the model alone, whether the contract must accept it. When the contract
/// decides otherwise `disagreement` says where. No action reverts.
contract PositionsHandler is Signing {
    uint256 public constant DEVICES = 16;

    /// @dev The reference: plain storage, no packing, no hashes.
    struct Model {
        uint256 device;
        address owner;
        address approved;
        bytes32 network;
        bytes32 model;
        uint64 cell;
        bytes32 place;
        bytes32 metadata;
        uint64 ownershipNonce;
        uint32 flags;
        address user;
        uint64 expires;
        uint256 terms;
        uint256 claims;
    }

    /// @notice First action the contract and the model decided differently; empty while there is none.
    string public disagreement;
    /// @notice Registrations with both signatures.
    uint256 public registrations;
    /// @notice Registrations tried without one of them.
    uint256 public unproven;
    /// @notice How often the contract accepted each action, so that a test can see that the handler reaches them all.
    mapping(string action => uint256) public accepted;
    bool public paused;

    mapping(uint256 id => Model) internal _model;
    mapping(uint256 device => uint256 id) public tokenOf;
    mapping(address owner => mapping(address operator => bool)) public operatorOf;
    TestDevice[DEVICES] internal _devices;
    address[4] public actors;
    mapping(address actor => uint256) internal _keyOf;
    uint256[4] internal _keys = [ALICE_KEY, BOB_KEY, CAROL_KEY, uint256(keccak256("dave"))];

    constructor(DevicePositions positions_) {
        positions = positions_;
        for (uint256 i = 0; i < DEVICES; ++i) {
            _devices[i] = device(i % 2 == 0 ? SECP256K1 : P256, i);
        }
        for (uint256 i = 0; i < 4; ++i) {
            actors[i] = vm.addr(_keys[i]);
            _keyOf[actors[i]] = _keys[i];
        }
    }

    function modelOf(uint256 id) external view returns (Model memory) {
        return _model[id];
    }

    function deviceIdAt(uint256 index) external view returns (bytes32) {
        return deviceIdOf(_devices[index].key);
    }

    function actor(uint256 seed) public view returns (address) {
        return actors[seed % 4];
    }

    /*//////////////////////////////////////////////////////////////
                              REGISTRATION
    //////////////////////////////////////////////////////////////*/

    function register(uint256 deviceSeed, uint256 ownerSeed, uint256 senderSeed, bytes32 metadata) external {
        uint256 index = deviceSeed % DEVICES;
        TestDevice memory from = _devices[index];
        IDevicePositions.Registration memory claim = registrationFor(from, actor(ownerSeed));
        claim.metadata = metadata;
        bytes32 signed = digestOf(claim);
        bytes memory deviceSignature = signAs(from, signed);
        bool right = !paused && tokenOf[index] == 0;
        vm.prank(actor(senderSeed));
        try positions.register(claim, from.key, deviceSignature, attester, signAs(ATTESTER_KEY, signed)) returns (
            uint256 id
        ) {
            _decided(right, true, "register");
            ++registrations;
            tokenOf[index] = id;
            Model storage m = _model[id];
            (m.device, m.owner, m.claims) = (index, claim.owner, 1);
            (m.network, m.model, m.cell) = (claim.network, claim.model, claim.cell);
            (m.place, m.metadata) = (claim.place, claim.metadata);
        } catch {
            _decided(right, false, "register");
        }
    }

    /// @dev One signature is someone else's, or none at all; the other is right.
    function registerUnproven(uint256 deviceSeed, uint256 ownerSeed, uint256 wrongKey, uint256 which) external {
        TestDevice memory from = _devices[deviceSeed % DEVICES];
        IDevicePositions.Registration memory claim = registrationFor(from, actor(ownerSeed));
        bytes32 signed = digestOf(claim);
        bytes memory wrong = which % 4 < 2 ? bytes("") : signAs(_keys[wrongKey % 4], signed);
        bytes memory deviceSignature = which % 2 == 0 ? wrong : signAs(from, signed);
        bytes memory attesterSignature = which % 2 == 1 ? wrong : signAs(ATTESTER_KEY, signed);
        ++unproven;
        vm.prank(claim.owner);
        try positions.register(claim, from.key, deviceSignature, attester, attesterSignature) {
            _decided(false, true, "registerUnproven");
        } catch {}
    }

    function reassign(uint256 idSeed, uint256 senderSeed, bytes32 network, uint256 userSeed, uint256 stale) external {
        (uint256 id, Model storage m) = _pick(idSeed);
        if (id == 0) return;
        IDevicePositions.Reassignment memory claim = reassignmentFor(id, _one(m.owner, senderSeed));
        claim.network = network;
        if (stale % 8 == 0) claim.nonce -= 1;
        bool right = m.owner == claim.owner && stale % 8 != 0
            && (!_leased(m) || m.user == _one(m.user, userSeed));
        _send(id, claim, _keyOf[_one(m.user, userSeed)], right);
    }

    function _send(uint256 id, IDevicePositions.Reassignment memory claim, uint256 userKey, bool right) private {
        Model storage m = _model[id];
        TestDevice memory from = _devices[m.device];
        bytes32 signed = digestOf(claim);
        bytes memory deviceSignature = signAs(from, signed);
        bytes memory attesterSignature = signAs(ATTESTER_KEY, signed);
        bytes memory userSignature = signAs(userKey, signed);
        vm.prank(claim.owner);
        try positions.reassign(claim, from.key, deviceSignature, attester, attesterSignature, userSignature) {
            _decided(right, true, "reassign");
            ++m.claims;
            (m.network, m.model, m.cell) = (claim.network, claim.model, claim.cell);
            (m.place, m.metadata) = (claim.place, claim.metadata);
        } catch {
            _decided(right, false, "reassign");
        }
    }

    /*//////////////////////////////////////////////////////////////
                               OWNERSHIP
    //////////////////////////////////////////////////////////////*/

    function transfer(uint256 idSeed, uint256 senderSeed, uint256 toSeed) external {
        (uint256 id, Model storage m) = _pick(idSeed);
        if (id == 0) return;
        (address sender, address to) = (_one(m.owner, senderSeed), actor(toSeed));
        bool right = sender == m.owner || sender == m.approved || operatorOf[m.owner][sender];
        vm.prank(sender);
        try positions.transferFrom(m.owner, to, id) {
            _decided(right, true, "transfer");
            (m.owner, m.approved) = (to, address(0));
            ++m.ownershipNonce;
        } catch {
            _decided(right, false, "transfer");
        }
    }

    function approve(uint256 idSeed, uint256 senderSeed, uint256 toSeed) external {
        (uint256 id, Model storage m) = _pick(idSeed);
        if (id == 0) return;
        (address sender, address to) = (_one(m.owner, senderSeed), actor(toSeed));
        bool right = sender == m.owner || operatorOf[m.owner][sender];
        vm.prank(sender);
        try positions.approve(to, id) {
            _decided(right, true, "approve");
            m.approved = to;
        } catch {
            _decided(right, false, "approve");
        }
    }

    function setApprovalForAll(uint256 senderSeed, uint256 operatorSeed, bool approved) external {
        vm.prank(actor(senderSeed));
        positions.setApprovalForAll(actor(operatorSeed), approved);
        operatorOf[actor(senderSeed)][actor(operatorSeed)] = approved;
    }

    /*//////////////////////////////////////////////////////////////
                                 LEASES
    //////////////////////////////////////////////////////////////*/

    function setUser(uint256 idSeed, uint256 senderSeed, uint256 userSeed, uint64 length) external {
        (uint256 id, Model storage m) = _pick(idSeed);
        if (id == 0) return;
        (address sender, address user) = (_one(m.owner, senderSeed), actor(userSeed));
        uint64 expires = uint64(block.timestamp) + length % 30 days;
        bool right = sender == m.owner && !_leased(m);
        vm.prank(sender);
        try positions.setUser(id, user, expires) {
            _decided(right, true, "setUser");
            (m.user, m.expires) = (user, expires);
            ++m.terms;
        } catch {
            _decided(right, false, "setUser");
        }
    }

    function setUserWithConsent(uint256 idSeed, uint256 senderSeed, uint256 signerSeed, uint256 userSeed) external {
        (uint256 id, Model storage m) = _pick(idSeed);
        if (id == 0) return;
        (address sender, address user) = (_one(m.owner, senderSeed), actor(userSeed));
        address signer = _one(m.user, signerSeed);
        bool right = sender == m.owner && _leased(m) && m.user == signer;
        bytes memory consent = signAs(_keyOf[signer], surrenderDigest(id, m.user, user, 0, block.timestamp));
        vm.prank(sender);
        try positions.setUserWithConsent(id, user, 0, block.timestamp, consent) {
            _decided(right, true, "setUserWithConsent");
            (m.user, m.expires) = (user, 0);
            ++m.terms;
        } catch {
            _decided(right, false, "setUserWithConsent");
        }
    }

    /*//////////////////////////////////////////////////////////////
                       ADMINISTRATION, TIME, OTHERS
    //////////////////////////////////////////////////////////////*/

    function setFlags(uint256 idSeed, uint32 flags, bool byAttester, uint256 senderSeed) external {
        (uint256 id, Model storage m) = _pick(idSeed);
        if (id == 0) return;
        vm.prank(byAttester ? attester : actor(senderSeed));
        try positions.setFlags(id, flags) {
            _decided(byAttester, true, "setFlags");
            m.flags = flags;
        } catch {
            _decided(byAttester, false, "setFlags");
        }
    }

    /// @dev Paused one time in four, so that the other actions have their turn.
    function pause(uint256 seed) external {
        bool wanted = seed % 4 == 0;
        if (wanted == paused) return;
        vm.prank(ADMIN);
        wanted ? positions.pause() : positions.unpause();
        paused = wanted;
    }

    function pass(uint32 time) external {
        vm.warp(block.timestamp + time % 10 days);
    }

    /*//////////////////////////////////////////////////////////////
                                INTERNAL
    //////////////////////////////////////////////////////////////*/

    /// @dev The right one half of the time, else anyone.
    function _one(address right, uint256 seed) private view returns (address) {
        return seed % 2 == 0 && right != address(0) ? right : actor(seed / 2);
    }

    function _pick(uint256 seed) private view returns (uint256 id, Model storage m) {
        if (registrations != 0) id = 1 + seed % registrations;
        m = _model[id];
    }

    function _leased(Model storage m) private view returns (bool) {
        return m.user != address(0) && m.expires >= block.timestamp;
    }

    function _decided(bool right, bool success, string memory action) private {
        if (success) ++accepted[action];
        if (right != success) {
            disagreement = string.concat(action, success ? ": accepted a wrong one" : ": refused a right one");
        }
    }
}
