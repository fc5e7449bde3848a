// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {SettlementZone} from "../../src/SettlementZone.sol";
import {TestDollar} from "../../src/TestDollar.sol";
import {ItemType} from "../../src/interfaces/SeaportZone.sol";
import {
    AdditionalRecipient,
    BasicOrderParameters,
    ConsiderationItem,
    ISeaport,
    OfferItem,
    Order,
    OrderComponents,
    OrderParameters,
    OrderType
} from "./ISeaport.sol";
import {PositionsFixture} from "./PositionsFixture.sol";

/// @title The whole settlement: positions, dollar, our zone, and Seaport 1.6 as OpenSea compiled it
/// @dev Alice holds position `id` and lists it; Bob holds dollars and buys. Both have approved Seaport itself.
abstract contract SettlementFixture is PositionsFixture {
    uint256 internal constant PRICE = 1_000e6;
    uint256 internal constant FEE = 10e6;
    address payable internal constant FEE_RECIPIENT = payable(address(0xFEE));

    ISeaport internal seaport;
    SettlementZone internal zone;
    TestDollar internal dollar;
    TestDevice internal from;
    uint256 internal id;

    function setUp() public virtual override {
        super.setUp();
        address conduitController = _create(_creationCode("conduitController"));
        seaport = ISeaport(_create(abi.encodePacked(_creationCode("seaport"), abi.encode(conduitController))));
        dollar = new TestDollar();
        zone = new SettlementZone(address(seaport), positions);

        from = device(SECP256K1, 1);
        id = register(from, alice);
        vm.prank(alice);
        positions.setApprovalForAll(address(seaport), true);
        vm.prank(bob);
        dollar.faucet(1_000_000e6);
        vm.prank(bob);
        dollar.approve(address(seaport), type(uint256).max);
    }

    /*//////////////////////////////////////////////////////////////
                                 ORDERS
    //////////////////////////////////////////////////////////////*/

    /// @dev Alice's listing as the app makes it: dollars to her and the fee, our zone, the state as it is now.
    function listing() internal view returns (OrderComponents memory order) {
        order = _order(alice);
        order.offer[0] = OfferItem(ItemType.ERC721, address(positions), id, 1, 1);
        order.consideration = new ConsiderationItem[](2);
        order.consideration[0] = _dollars(PRICE - FEE, payable(alice));
        order.consideration[1] = _dollars(FEE, FEE_RECIPIENT);
    }

    /// @dev Bob's offer for the position as the app makes it.
    function itemOffer() internal view returns (OrderComponents memory order) {
        order = _order(bob);
        order.offer[0] = OfferItem(ItemType.ERC20, address(dollar), 0, PRICE, PRICE);
        order.consideration = new ConsiderationItem[](2);
        order.consideration[0] = ConsiderationItem(ItemType.ERC721, address(positions), id, 1, 1, payable(bob));
        order.consideration[1] = _dollars(FEE, FEE_RECIPIENT);
    }

    function signed(OrderComponents memory order, uint256 key) internal view returns (Order memory) {
        (, bytes32 domainSeparator,) = seaport.information();
        bytes32 orderDigest =
            keccak256(abi.encodePacked(hex"1901", domainSeparator, seaport.getOrderHash(order)));
        return Order(parametersOf(order), signAs(key, orderDigest));
    }

    function parametersOf(OrderComponents memory order) internal pure returns (OrderParameters memory) {
        return OrderParameters(
            order.offerer,
            order.zone,
            order.offer,
            order.consideration,
            order.orderType,
            order.startTime,
            order.endTime,
            order.zoneHash,
            order.salt,
            order.conduitKey,
            order.consideration.length
        );
    }

    /// @dev The same order through Seaport's shortest path: dollars for a position, or a position for dollars.
    function basic(Order memory order) internal pure returns (BasicOrderParameters memory b) {
        OrderParameters memory p = order.parameters;
        b.considerationToken = p.consideration[0].token;
        b.considerationIdentifier = p.consideration[0].identifierOrCriteria;
        b.considerationAmount = p.consideration[0].startAmount;
        b.offerer = payable(p.offerer);
        b.zone = p.zone;
        b.offerToken = p.offer[0].token;
        b.offerIdentifier = p.offer[0].identifierOrCriteria;
        b.offerAmount = p.offer[0].startAmount;
        b.basicOrderType = (p.offer[0].itemType == ItemType.ERC721 ? 8 : 16) + uint8(p.orderType);
        b.startTime = p.startTime;
        b.endTime = p.endTime;
        b.zoneHash = p.zoneHash;
        b.salt = p.salt;
        b.totalOriginalAdditionalRecipients = 1;
        b.additionalRecipients = new AdditionalRecipient[](1);
        b.additionalRecipients[0] =
            AdditionalRecipient(p.consideration[1].startAmount, p.consideration[1].recipient);
        b.signature = order.signature;
    }

    /// @dev Bob fills an order and Seaport's answer is taken to be true.
    function fill(Order memory order) internal {
        vm.prank(bob);
        assertTrue(seaport.fulfillOrder(order, 0), "filled");
    }

    /// @dev Bob tries to fill an order and it ends in exactly this revert, nothing moved.
    function refused(Order memory order, bytes memory expected) internal {
        address owner = positions.ownerOf(id);
        uint256 balance = dollar.balanceOf(bob);
        vm.prank(bob);
        vm.expectRevert(expected);
        seaport.fulfillOrder(order, 0);
        assertEq(positions.ownerOf(id), owner, "owner");
        assertEq(dollar.balanceOf(bob), balance, "balance");
    }

    /// @dev The zone's refusal, when what stood in `order` is no longer so.
    function stateChanged(Order memory order) internal view returns (bytes memory) {
        return abi.encodeWithSelector(
            SettlementZone.StateChanged.selector, id, order.parameters.zoneHash, positions.stateHash(id)
        );
    }

    function _order(address offerer) private view returns (OrderComponents memory order) {
        order.offerer = offerer;
        order.zone = address(zone);
        order.offer = new OfferItem[](1);
        order.orderType = OrderType.FULL_RESTRICTED;
        order.startTime = block.timestamp;
        order.endTime = block.timestamp + 30 days;
        order.zoneHash = positions.stateHash(id);
        order.salt = 1;
        order.counter = seaport.getCounter(offerer);
    }

    function _dollars(uint256 amount, address payable recipient) private view returns (ConsiderationItem memory) {
        return ConsiderationItem(ItemType.ERC20, address(dollar), 0, amount, amount, recipient);
    }

    /*//////////////////////////////////////////////////////////////
                               DEPLOYMENT
    //////////////////////////////////////////////////////////////*/

    function _creationCode(string memory name) private view returns (bytes memory) {
        string memory path = string.concat("lib/chain/deploy/generated/", name, ".json");
        return vm.parseJsonBytes(vm.readFile(path), ".bytecode");
    }

    function _create(bytes memory code) private returns (address deployed) {
        assembly {
            deployed := create(0, add(code, 32), mload(code))
        }
        assertTrue(deployed != address(0), "deployed");
    }
}
