// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {IDevicePositions} from "../src/interfaces/IDevicePositions.sol";
import {Order, OrderComponents} from "./base/ISeaport.sol";
import {SettlementFixture} from "./base/SettlementFixture.sol";

/// @notice Gas of what people send, each as a transaction of its own on a contract in use. The figures are committed
/// (contracts/snapshots) and checked; `npm run contracts:gas` renews them.
/// forge-config: default.isolate = true
contract GasTest is SettlementFixture {
    function test_registerSecp256k1() public {
        _register(device(SECP256K1, 2), "register, secp256k1 device");
    }

    function test_registerP256() public {
        _register(device(P256, 2), "register, P-256 device (precompile)");
    }

    function test_registerMany() public {
        IDevicePositions.ProvenRegistration[] memory proofs = new IDevicePositions.ProvenRegistration[](50);
        for (uint256 i; i < proofs.length; ++i) {
            TestDevice memory by = device(P256, 100 + i);
            IDevicePositions.Registration memory claim = registrationFor(by, alice);
            bytes32 digest_ = digestOf(claim);
            proofs[i] = IDevicePositions.ProvenRegistration(
                claim, by.key, signAs(by, digest_), attester, signAs(ATTESTER_KEY, digest_)
            );
        }
        positions.registerMany(proofs);
        _snapshot("positions", "registerMany, 50 P-256 devices (precompile)");
    }

    function test_reassign() public {
        reassign(from, reassignmentFor(id, alice), alice, 0);
        _snapshot("positions", "reassign");
    }

    function test_setUser() public {
        vm.prank(alice);
        positions.setUser(id, carol, uint64(block.timestamp + 1 days));
        _snapshot("positions", "setUser");
    }

    function test_transfer() public {
        vm.prank(alice);
        positions.transferFrom(alice, bob, id);
        _snapshot("positions", "transferFrom");
    }

    function test_setFlags() public {
        vm.prank(attester);
        positions.setFlags(id, 1);
        _snapshot("positions", "setFlags");
    }

    function test_approveSeaport() public {
        vm.prank(bob);
        positions.setApprovalForAll(address(seaport), true);
        _snapshot("settlement", "approve Seaport for all positions");
    }

    function test_buy() public {
        Order memory order = signed(listing(), ALICE_KEY);
        vm.prank(bob);
        seaport.fulfillOrder(order, 0);
        _snapshot("settlement", "buy, fulfillOrder");
    }

    function test_buyBasic() public {
        Order memory order = signed(listing(), ALICE_KEY);
        vm.prank(bob);
        seaport.fulfillBasicOrder(basic(order));
        _snapshot("settlement", "buy, fulfillBasicOrder");
    }

    function test_acceptItemOffer() public {
        Order memory order = signed(itemOffer(), BOB_KEY);
        vm.prank(alice);
        dollar.approve(address(seaport), FEE);
        vm.prank(alice);
        seaport.fulfillOrder(order, 0);
        _snapshot("settlement", "accept an item offer");
    }

    function test_cancel() public {
        OrderComponents[] memory orders = new OrderComponents[](1);
        orders[0] = listing();
        vm.prank(alice);
        seaport.cancel(orders);
        _snapshot("settlement", "cancel");
    }

    function _register(TestDevice memory by, string memory name) private {
        IDevicePositions.Registration memory claim = registrationFor(by, alice);
        bytes32 digest_ = digestOf(claim);
        positions.register(claim, by.key, signAs(by, digest_), attester, signAs(ATTESTER_KEY, digest_));
        _snapshot("positions", name);
    }

    function _snapshot(string memory group, string memory name) private {
        vm.snapshotGasLastCall(group, name);
    }
}
