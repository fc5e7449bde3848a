// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {PositionsFixture} from "../base/PositionsFixture.sol";

/// @notice Strangers call any function of the contract with anything, in any order: nothing that matters changes.
contract StrangersInvariantsTest is PositionsFixture {
    uint256 internal constant COUNT = 4;
    bytes32[COUNT] internal states;

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < COUNT; ++i) {
            uint256 id = register(device(i % 2 == 0 ? SECP256K1 : P256, i), i < 2 ? alice : bob);
            vm.prank(i < 2 ? alice : bob);
            positions.setUser(id, carol, uint64(block.timestamp + i * 1 days));
            states[i] = positions.stateHash(id);
        }
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(positions);
    }

    function excludeSenders() public view returns (address[] memory senders) {
        senders = new address[](5);
        (senders[0], senders[1], senders[2], senders[3], senders[4]) = (alice, bob, carol, ADMIN, attester);
    }

    function invariant_strangersChangeNothing() public view {
        assertEq(positions.totalSupply(), COUNT, "supply");
        for (uint256 i = 0; i < COUNT; ++i) {
            assertEq(positions.ownerOf(i + 1), i < 2 ? alice : bob, "owner");
            assertEq(positions.getApproved(i + 1), address(0), "approved");
            assertEq(positions.stateHash(i + 1), states[i], "state");
        }
        assertTrue(!positions.paused(), "open");
        assertTrue(positions.hasRole(positions.ATTESTER_ROLE(), attester), "attester");
        assertTrue(positions.hasRole(0, ADMIN), "admin");
        assertEq(positions.tokenURI(1), "https://hotswap.example/positions/1", "token URI");
    }
}
