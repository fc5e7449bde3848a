// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {TransientSlot} from "@openzeppelin/contracts/utils/TransientSlot.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IDevicePositions} from "./interfaces/IDevicePositions.sol";
import {ReceivedItem, Schema, SpentItem, ZoneInterface, ZoneParameters} from "./interfaces/SeaportZone.sol";

/// @title Seaport zone that fills an order only while the position is what its signer signed
/// @notice The order's zoneHash is the position's stateHash. Before the transfers the two must be equal, so a listing
/// killed by a transfer stays dead when the token comes back, and no one changes the device under a signed order.
/// After the transfers the device must be what it was before them, so no one changes it while money moves either.
contract SettlementZone is ZoneInterface {
    using TransientSlot for *;

    /*//////////////////////////////////////////////////////////////
                                 ERRORS
    //////////////////////////////////////////////////////////////*/

    error NotSeaport(address caller);
    /// @notice An order here trades exactly one position; `count` items name our contract.
    error NotOnePosition(uint256 count);
    /// @notice The position is no longer in the state that was signed (stateHash).
    error StateChanged(uint256 id, bytes32 signed, bytes32 current);
    /// @notice The device changed between authorisation and the end of the same fill (deviceHash).
    error DeviceChanged(uint256 id, bytes32 authorized, bytes32 current);

    /*//////////////////////////////////////////////////////////////
                               IMMUTABLES
    //////////////////////////////////////////////////////////////*/

    address public immutable seaport;
    IDevicePositions public immutable positions;

    /*//////////////////////////////////////////////////////////////
                              CONSTRUCTOR
    //////////////////////////////////////////////////////////////*/

    constructor(address seaport_, IDevicePositions positions_) {
        seaport = seaport_;
        positions = positions_;
    }

    modifier onlySeaport() {
        if (msg.sender != seaport) revert NotSeaport(msg.sender);
        _;
    }

    /*//////////////////////////////////////////////////////////////
                                  ZONE
    //////////////////////////////////////////////////////////////*/

    /// @inheritdoc ZoneInterface
    /// @dev The device hash is kept in transient storage under the order hash until `validateOrder` reads it. Nothing
    /// else uses transient storage here, and Seaport's reentrancy guard keeps one fill from running inside another.
    function authorizeOrder(ZoneParameters calldata order) external onlySeaport returns (bytes4) {
        uint256 id = _positionIn(order);
        bytes32 current = positions.stateHash(id);
        if (current != order.zoneHash) revert StateChanged(id, order.zoneHash, current);
        order.orderHash.asBytes32().tstore(positions.deviceHash(id));
        return ZoneInterface.authorizeOrder.selector;
    }

    /// @inheritdoc ZoneInterface
    /// @dev Compares device hashes, because the transfer itself has moved the ownership nonce in the state hash.
    function validateOrder(ZoneParameters calldata order) external view onlySeaport returns (bytes4) {
        uint256 id = _positionIn(order);
        bytes32 authorized = order.orderHash.asBytes32().tload();
        bytes32 current = positions.deviceHash(id);
        if (current != authorized) revert DeviceChanged(id, authorized, current);
        return ZoneInterface.validateOrder.selector;
    }

    /// @inheritdoc ZoneInterface
    /// @dev No schema: the zone reads no extraData.
    function getSeaportMetadata() external pure returns (string memory, Schema[] memory) {
        return ("Hotswap SettlementZone", new Schema[](0));
    }

    /// @inheritdoc ZoneInterface
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return interfaceId == type(ZoneInterface).interfaceId || interfaceId == type(IERC165).interfaceId;
    }

    /*//////////////////////////////////////////////////////////////
                                INTERNAL
    //////////////////////////////////////////////////////////////*/

    /// @dev The one position an order trades. The item type needs no check: an item that names our contract as an
    /// ERC-20 has identifier 0, which is no position, and an ERC-1155 transfer is no function of it.
    function _positionIn(ZoneParameters calldata order) internal view returns (uint256 id) {
        uint256 count;
        for (uint256 i = 0; i < order.offer.length; ++i) {
            SpentItem calldata item = order.offer[i];
            if (item.token != address(positions)) continue;
            id = item.identifier;
            ++count;
        }
        for (uint256 i = 0; i < order.consideration.length; ++i) {
            ReceivedItem calldata item = order.consideration[i];
            if (item.token != address(positions)) continue;
            id = item.identifier;
            ++count;
        }
        if (count != 1) revert NotOnePosition(count);
    }
}
