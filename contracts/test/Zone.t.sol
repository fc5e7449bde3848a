// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {SettlementZone} from "../src/SettlementZone.sol";
import {ItemType, ReceivedItem, Schema, SpentItem, ZoneInterface, ZoneParameters} from
    "../src/interfaces/SeaportZone.sol";
import {PositionsFixture} from "./base/PositionsFixture.sol";

/// @notice The zone alone, called as Seaport calls it; this contract plays Seaport.
contract ZoneTest is PositionsFixture {
    SettlementZone internal zone;
    uint256 internal id;

    function setUp() public override {
        super.setUp();
        zone = new SettlementZone(address(this), positions);
        id = register(device(SECP256K1, 1), alice);
    }

    function testFuzz_onlySeaportMayCall(address caller) public {
        vm.assume(caller != address(this));
        ZoneParameters memory order = _order(1, 0, 0);
        bytes memory expected = abi.encodeWithSelector(SettlementZone.NotSeaport.selector, caller);
        vm.prank(caller);
        vm.expectRevert(expected);
        zone.authorizeOrder(order);
        vm.prank(caller);
        vm.expectRevert(expected);
        zone.validateOrder(order);
    }

    function testFuzz_exactlyOneItemIsAPosition(uint8 offered, uint8 asked, uint8 others) public {
        (uint256 a, uint256 b) = (bound(offered, 0, 4), bound(asked, 0, 4));
        ZoneParameters memory order = _order(a, b, bound(others, 0, 4));
        if (a + b != 1) vm.expectRevert(abi.encodeWithSelector(SettlementZone.NotOnePosition.selector, a + b));
        bytes4 answer = zone.authorizeOrder(order);
        if (a + b == 1) assertEq(answer, ZoneInterface.authorizeOrder.selector, "authorised");
        if (a + b != 1) vm.expectRevert(abi.encodeWithSelector(SettlementZone.NotOnePosition.selector, a + b));
        answer = zone.validateOrder(order);
        if (a + b == 1) assertEq(answer, ZoneInterface.validateOrder.selector, "valid");
    }

    function testFuzz_theStateIsTheSignedOne(bytes32 zoneHash) public {
        bytes32 state = positions.stateHash(id);
        vm.assume(zoneHash != state);
        ZoneParameters memory order = _order(1, 0, 0);
        order.zoneHash = zoneHash;
        vm.expectRevert(abi.encodeWithSelector(SettlementZone.StateChanged.selector, id, zoneHash, state));
        zone.authorizeOrder(order);
    }

    function testFuzz_whatWasNotAuthorisedIsNotValid(bytes32 authorised, bytes32 other) public {
        vm.assume(authorised != other);
        ZoneParameters memory order = _order(1, 0, 0);
        order.orderHash = authorised;
        zone.authorizeOrder(order);
        order.orderHash = other;
        vm.expectRevert(
            abi.encodeWithSelector(SettlementZone.DeviceChanged.selector, id, bytes32(0), positions.deviceHash(id))
        );
        zone.validateOrder(order);
    }

    function test_ordersFilledTogetherDoNotDisturbEachOther() public {
        ZoneParameters memory first = _order(1, 0, 0);
        id = register(device(P256, 2), alice);
        ZoneParameters memory second = _order(0, 1, 2);
        (first.orderHash, second.orderHash) = ("first", "second");
        zone.authorizeOrder(first);
        zone.authorizeOrder(second);
        assertEq(zone.validateOrder(first), ZoneInterface.validateOrder.selector, "first");
        assertEq(zone.validateOrder(second), ZoneInterface.validateOrder.selector, "second");
    }

    function test_describesItself() public view {
        (string memory name, Schema[] memory schemas) = zone.getSeaportMetadata();
        assertEq(name, "Hotswap SettlementZone", "name");
        assertEq(schemas.length, 0, "schemas");
        assertTrue(zone.supportsInterface(0x01ffc9a7), "ERC-165");
        assertTrue(zone.supportsInterface(type(ZoneInterface).interfaceId), "zone");
        assertTrue(!zone.supportsInterface(0xffffffff), "not the invalid id");
        assertEq(address(zone.positions()), address(positions), "positions");
        assertEq(zone.seaport(), address(this), "seaport");
    }

    function _order(uint256 offered, uint256 asked, uint256 others) private view returns (ZoneParameters memory order) {
        order.offer = new SpentItem[](offered + others);
        order.consideration = new ReceivedItem[](asked + others);
        for (uint256 i = 0; i < offered; ++i) {
            order.offer[i] = SpentItem(ItemType.ERC721, address(positions), id, 1);
        }
        for (uint256 i = 0; i < asked; ++i) {
            order.consideration[i] = ReceivedItem(ItemType.ERC721, address(positions), id, 1, payable(bob));
        }
        for (uint256 i = 0; i < others; ++i) {
            order.offer[offered + i] = SpentItem(ItemType.ERC20, address(0xD), 0, 1);
            order.consideration[asked + i] = ReceivedItem(ItemType.ERC20, address(0xD), 0, 1, payable(bob));
        }
        order.zoneHash = positions.stateHash(id);
    }
}
