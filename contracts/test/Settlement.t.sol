// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {IDevicePositions} from "../src/interfaces/IDevicePositions.sol";
import {SettlementZone} from "../src/SettlementZone.sol";
import {ItemType} from "../src/interfaces/SeaportZone.sol";
import {
    ConsiderationItem,
    Execution,
    FulfillmentComponent,
    ISeaport,
    Order,
    OrderComponents
} from "./base/ISeaport.sol";
import {SettlementFixture} from "./base/SettlementFixture.sol";

/// @notice Orders bound to a position's state, filled on real Seaport 1.6: what is as signed fills by every path,
/// what has changed fills by none.
contract SettlementTest is SettlementFixture {
    function test_seaportIsOneSix() public view {
        (string memory version,,) = seaport.information();
        assertEq(version, "1.6", "version");
    }

    /*//////////////////////////////////////////////////////////////
                                 FILLS
    //////////////////////////////////////////////////////////////*/

    function test_aListingFills() public {
        fill(signed(listing(), ALICE_KEY));
        _assertSold();
    }

    function test_aListingFillsAsABasicOrder() public {
        Order memory order = signed(listing(), ALICE_KEY);
        vm.prank(bob);
        seaport.fulfillBasicOrder(basic(order));
        _assertSold();
    }

    function test_aListingFillsAmongAvailableOrders() public {
        (bool available,) = _fillAvailable(signed(listing(), ALICE_KEY));
        assertTrue(available, "available");
        _assertSold();
    }

    function test_aListingOfALeasedPositionFillsAndKeepsTheLease() public {
        vm.prank(alice);
        positions.setUser(id, carol, uint64(block.timestamp + 30 days));
        fill(signed(listing(), ALICE_KEY));
        _assertSold();
        assertEq(positions.userOf(id), carol, "user");
    }

    function test_anEndingLeaseDoesNotKillAListing() public {
        vm.prank(alice);
        positions.setUser(id, carol, uint64(block.timestamp + 1 days));
        Order memory order = signed(listing(), ALICE_KEY);
        vm.warp(block.timestamp + 2 days);
        fill(order);
        _assertSold();
    }

    function test_anItemOfferIsAccepted() public {
        Order memory order = signed(itemOffer(), BOB_KEY);
        vm.prank(alice);
        dollar.approve(address(seaport), FEE);
        vm.prank(alice);
        seaport.fulfillOrder(order, 0);
        _assertSold();
    }

    /// @dev As a basic order the fee is taken out of what Bob offers, so Alice approves no dollars.
    function test_anItemOfferIsAcceptedAsABasicOrder() public {
        Order memory order = signed(itemOffer(), BOB_KEY);
        vm.prank(alice);
        seaport.fulfillBasicOrder(basic(order));
        _assertSold();
    }

    function test_aStaleItemOfferIsRefusedAsABasicOrderToo() public {
        Order memory order = signed(itemOffer(), BOB_KEY);
        _change(Change.Flags, bytes32(uint256(1)));
        bytes memory expected = stateChanged(order);
        vm.prank(alice);
        vm.expectRevert(expected);
        seaport.fulfillBasicOrder(basic(order));
    }

    function test_theBuyerCanSellOnUnderTheNewState() public {
        Order memory first = signed(listing(), ALICE_KEY);
        fill(first);
        vm.prank(bob);
        positions.setApprovalForAll(address(seaport), true);
        OrderComponents memory resale = listing();
        resale.offerer = bob;
        resale.consideration[0].recipient = payable(bob);
        Order memory second = signed(resale, BOB_KEY);
        vm.prank(alice);
        dollar.approve(address(seaport), PRICE);
        vm.prank(bob);
        dollar.transfer(alice, FEE);
        vm.prank(alice);
        seaport.fulfillOrder(second, 0);
        assertEq(positions.ownerOf(id), alice, "owner");
    }

    /*//////////////////////////////////////////////////////////////
                         CHANGED SINCE SIGNATURE
    //////////////////////////////////////////////////////////////*/

    enum Change {
        User,
        Network,
        Metadata,
        Place,
        Flags,
        LeftAndCameBack,
        SentToOneself
    }

    function testFuzz_whateverChangedTheListingIsDead(uint256 which, bytes32 value) public {
        Order memory order = signed(listing(), ALICE_KEY);
        _change(Change(bound(which, 0, uint256(type(Change).max))), value);
        vm.assume(positions.stateHash(id) != order.parameters.zoneHash);
        refused(order, stateChanged(order));
    }

    function test_everyChangeKillsAListing() public {
        for (uint256 i = 0; i <= uint256(type(Change).max); ++i) {
            OrderComponents memory components = listing();
            components.salt = i;
            Order memory order = signed(components, ALICE_KEY);
            _change(Change(i), keccak256(abi.encode("changed", i)));
            refused(order, stateChanged(order));
        }
    }

    function test_everyChangeKillsAnItemOffer() public {
        for (uint256 i = 0; i <= uint256(type(Change).max); ++i) {
            OrderComponents memory components = itemOffer();
            components.salt = i;
            Order memory order = signed(components, BOB_KEY);
            _change(Change(i), keccak256(abi.encode("changed", i)));
            bytes memory expected = stateChanged(order);
            vm.prank(alice);
            vm.expectRevert(expected);
            seaport.fulfillOrder(order, 0);
        }
    }

    function test_aChangedListingIsRefusedAsABasicOrderToo() public {
        Order memory order = signed(listing(), ALICE_KEY);
        _change(Change.Flags, bytes32(uint256(1)));
        bytes memory expected = stateChanged(order);
        vm.prank(bob);
        vm.expectRevert(expected);
        seaport.fulfillBasicOrder(basic(order));
    }

    function test_aChangedListingIsPassedOverAmongAvailableOrders() public {
        Order memory order = signed(listing(), ALICE_KEY);
        _change(Change.Flags, bytes32(uint256(1)));
        (, bytes memory failure) = _fillAvailable(order);
        assertEq(
            keccak256(failure),
            keccak256(abi.encodeWithSelector(ISeaport.NoSpecifiedOrdersAvailable.selector)),
            "nothing available"
        );
        assertEq(positions.ownerOf(id), alice, "owner");
    }

    function test_aValidatedListingIsNoMoreThanASignedOne() public {
        Order[] memory orders = new Order[](1);
        orders[0] = signed(listing(), ALICE_KEY);
        seaport.validate(orders);
        _change(Change.LeftAndCameBack, 0);
        orders[0].signature = "";
        refused(orders[0], stateChanged(orders[0]));
    }

    function test_aListingOverAStateThatNeverWasIsRefused() public {
        OrderComponents memory components = listing();
        components.zoneHash = 0;
        Order memory order = signed(components, ALICE_KEY);
        refused(order, stateChanged(order));
    }

    /*//////////////////////////////////////////////////////////////
                            SEAPORT'S OWN RULES
    //////////////////////////////////////////////////////////////*/

    function test_aCancelledListingIsRefused() public {
        OrderComponents[] memory orders = new OrderComponents[](1);
        orders[0] = listing();
        vm.prank(alice);
        seaport.cancel(orders);
        bytes32 orderHash = seaport.getOrderHash(orders[0]);
        refused(
            signed(orders[0], ALICE_KEY), abi.encodeWithSelector(ISeaport.OrderIsCancelled.selector, orderHash)
        );
    }

    function test_aFilledListingIsRefused() public {
        OrderComponents memory components = listing();
        Order memory order = signed(components, ALICE_KEY);
        fill(order);
        bytes32 orderHash = seaport.getOrderHash(components);
        refused(order, abi.encodeWithSelector(ISeaport.OrderAlreadyFilled.selector, orderHash));
    }

    /*//////////////////////////////////////////////////////////////
                              ONE POSITION
    //////////////////////////////////////////////////////////////*/

    function test_anOrderWithoutAPositionIsRefused() public {
        OrderComponents memory components = itemOffer();
        components.consideration[0] = components.consideration[1];
        Order memory order = signed(components, BOB_KEY);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(SettlementZone.NotOnePosition.selector, 0));
        seaport.fulfillOrder(order, 0);
    }

    function test_anOrderOfTwoPositionsIsRefused() public {
        register(device(SECP256K1, 2), bob);
        OrderComponents memory components = listing();
        components.consideration[1] =
            ConsiderationItem(ItemType.ERC721, address(positions), 2, 1, 1, payable(alice));
        refused(
            signed(components, ALICE_KEY), abi.encodeWithSelector(SettlementZone.NotOnePosition.selector, 2)
        );
    }

    function test_aPositionGivenAsATipIsRefused() public {
        register(device(SECP256K1, 2), bob);
        Order memory order = signed(listing(), ALICE_KEY);
        ConsiderationItem[] memory tipped = new ConsiderationItem[](3);
        (tipped[0], tipped[1]) = (order.parameters.consideration[0], order.parameters.consideration[1]);
        tipped[2] = ConsiderationItem(ItemType.ERC721, address(positions), 2, 1, 1, payable(alice));
        order.parameters.consideration = tipped;
        refused(order, abi.encodeWithSelector(SettlementZone.NotOnePosition.selector, 2));
    }

    function test_aPositionDisguisedAsAnERC20IsRefused() public {
        OrderComponents memory components = listing();
        components.offer[0].itemType = ItemType.ERC20;
        components.offer[0].identifierOrCriteria = 0;
        (components.offer[0].startAmount, components.offer[0].endAmount) = (id, id);
        refused(
            signed(components, ALICE_KEY),
            abi.encodeWithSignature("ERC721NonexistentToken(uint256)", 0)
        );
    }

    /*//////////////////////////////////////////////////////////////
                                INTERNAL
    //////////////////////////////////////////////////////////////*/

    function _assertSold() private view {
        assertEq(positions.ownerOf(id), bob, "owner");
        assertEq(dollar.balanceOf(bob), 1_000_000e6 - PRICE, "buyer paid");
        assertEq(dollar.balanceOf(alice), PRICE - FEE, "seller got");
        assertEq(dollar.balanceOf(FEE_RECIPIENT), FEE, "fee");
        assertEq(positions.positionOf(id).ownershipNonce, 1, "ownership nonce");
    }

    function _change(Change change, bytes32 value) private {
        if (change == Change.User) {
            // a term that has ended, so that the other changes can follow
            vm.prank(alice);
            positions.setUser(id, carol, uint64(block.timestamp - 1));
        } else if (change == Change.Flags) {
            vm.prank(attester);
            positions.setFlags(id, uint32(uint256(value)));
        } else if (change == Change.LeftAndCameBack) {
            vm.prank(alice);
            positions.transferFrom(alice, carol, id);
            vm.prank(carol);
            positions.transferFrom(carol, alice, id);
        } else if (change == Change.SentToOneself) {
            vm.prank(alice);
            positions.transferFrom(alice, alice, id);
        } else {
            _reassign(change, value);
        }
    }

    function _reassign(Change change, bytes32 value) private {
        IDevicePositions.Position memory p = positions.positionOf(id);
        IDevicePositions.Reassignment memory claim = reassignmentFor(id, alice);
        (claim.network, claim.model, claim.cell) = (p.network, p.model, p.cell);
        (claim.place, claim.metadata) = (p.place, p.metadata);
        if (change == Change.Network) claim.network = value;
        if (change == Change.Metadata) claim.metadata = value;
        if (change == Change.Place) claim.place = value;
        reassign(from, claim, alice, 0);
    }

    function _fillAvailable(Order memory order) private returns (bool available, bytes memory failure) {
        Order[] memory orders = new Order[](1);
        orders[0] = order;
        FulfillmentComponent[][] memory offers = new FulfillmentComponent[][](1);
        offers[0] = new FulfillmentComponent[](1);
        FulfillmentComponent[][] memory considerations = new FulfillmentComponent[][](2);
        for (uint256 i = 0; i < 2; ++i) {
            considerations[i] = new FulfillmentComponent[](1);
            considerations[i][0].itemIndex = i;
        }
        vm.prank(bob);
        try seaport.fulfillAvailableOrders(orders, offers, considerations, 0, 1) returns (
            bool[] memory availables, Execution[] memory
        ) {
            return (availables[0], "");
        } catch (bytes memory reason) {
            return (false, reason);
        }
    }
}
