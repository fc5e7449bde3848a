// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {IDevicePositions} from "../src/interfaces/IDevicePositions.sol";
import {SettlementZone} from "../src/SettlementZone.sol";
import {ItemType} from "../src/interfaces/SeaportZone.sol";
import {
    ConsiderationItem,
    Fulfillment,
    FulfillmentComponent,
    OfferItem,
    Order,
    OrderComponents,
    OrderType
} from "./base/ISeaport.sol";
import {SettlementFixture} from "./base/SettlementFixture.sol";
import {TreacherousSeller} from "./base/TreacherousSeller.sol";

/// @notice A seller who acts while the fill is under way. Paid in ether, a contract runs code in the middle of it.
contract SettlementReentrancyTest is SettlementFixture {
    TreacherousSeller internal seller;

    function setUp() public override {
        super.setUp();
        seller = new TreacherousSeller(alice, positions, carol);
        vm.prank(alice);
        positions.transferFrom(alice, address(seller), id);
        vm.prank(alice);
        seller.execute(address(positions), abi.encodeCall(positions.setApprovalForAll, (address(seaport), true)));
        vm.deal(bob, 1 ether);
    }

    /// @dev Matched so that the ether moves first, when the position is still the seller's.
    function test_aSellerPaidBeforeTheTransferCannotChangeTheDevice() public {
        seller.plan(id);
        (Order[] memory orders, Fulfillment[] memory fulfillments) = _match(true);
        bytes32 authorized = positions.deviceHash(id);
        bytes32 current = expectedDeviceHash(id, carol, type(uint64).max);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(SettlementZone.DeviceChanged.selector, id, authorized, current));
        seaport.matchOrders{value: 1 ether}(orders, fulfillments);
        assertEq(positions.ownerOf(id), address(seller), "owner");
        assertEq(positions.userOf(id), address(0), "no user");
    }

    function test_anHonestSellerPaidBeforeTheTransferSells() public {
        (Order[] memory orders, Fulfillment[] memory fulfillments) = _match(true);
        vm.prank(bob);
        seaport.matchOrders{value: 1 ether}(orders, fulfillments);
        assertEq(positions.ownerOf(id), bob, "owner");
        assertEq(address(seller).balance, 1 ether, "paid");
    }

    function test_aSellerPaidAfterTheTransferIsTheOwnerNoMore() public {
        seller.plan(id);
        (Order[] memory orders, Fulfillment[] memory fulfillments) = _match(false);
        vm.prank(bob);
        seaport.matchOrders{value: 1 ether}(orders, fulfillments);
        _assertFoiled();
    }

    function test_aSingleFillPaysAfterTheTransfer() public {
        seller.plan(id);
        (Order[] memory orders,) = _match(true);
        vm.prank(bob);
        seaport.fulfillOrder{value: 1 ether}(orders[0], 0);
        _assertFoiled();
    }

    function _assertFoiled() private view {
        assertTrue(seller.attempted(), "attempted");
        assertEq(
            keccak256(seller.failure()),
            keccak256(
                abi.encodeWithSelector(IDevicePositions.NotPositionOwner.selector, id, address(seller))
            ),
            "refused"
        );
        assertEq(positions.ownerOf(id), bob, "owner");
        assertEq(positions.userOf(id), address(0), "no user");
    }

    /// @dev The seller's listing for an ether, Bob's mirror of it, and the order in which the two transfers run.
    function _match(bool etherFirst) private view returns (Order[] memory orders, Fulfillment[] memory fulfillments) {
        OrderComponents memory sale = listing();
        sale.offerer = address(seller);
        sale.consideration = new ConsiderationItem[](1);
        sale.consideration[0] =
            ConsiderationItem(ItemType.NATIVE, address(0), 0, 1 ether, 1 ether, payable(address(seller)));

        OrderComponents memory purchase = listing();
        (purchase.offerer, purchase.zone, purchase.orderType) = (bob, address(0), OrderType.FULL_OPEN);
        purchase.zoneHash = 0;
        purchase.offer[0] = OfferItem(ItemType.NATIVE, address(0), 0, 1 ether, 1 ether);
        purchase.consideration = new ConsiderationItem[](1);
        purchase.consideration[0] =
            ConsiderationItem(ItemType.ERC721, address(positions), id, 1, 1, payable(bob));

        orders = new Order[](2);
        orders[0] = signed(sale, ALICE_KEY);
        orders[1] = Order(parametersOf(purchase), "");
        fulfillments = new Fulfillment[](2);
        fulfillments[etherFirst ? 0 : 1] = _fulfillment(1, 0);
        fulfillments[etherFirst ? 1 : 0] = _fulfillment(0, 1);
    }

    function _fulfillment(uint256 offered, uint256 considered) private pure returns (Fulfillment memory f) {
        f.offerComponents = new FulfillmentComponent[](1);
        f.offerComponents[0] = FulfillmentComponent(offered, 0);
        f.considerationComponents = new FulfillmentComponent[](1);
        f.considerationComponents[0] = FulfillmentComponent(considered, 0);
    }
}
