// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IDevicePositions} from "../src/interfaces/IDevicePositions.sol";
import {PositionsFixture} from "./base/PositionsFixture.sol";

/// @notice What each role may do and nobody else, and what the contract says of itself.
contract AdministrationTest is PositionsFixture {
    uint256 internal id;

    function setUp() public override {
        super.setUp();
        id = register(device(SECP256K1, 1), alice);
    }

    function testFuzz_attestersSetFlags(uint32 flags) public {
        vm.expectEmit(address(positions));
        emit IDevicePositions.FlagsChanged(id, flags, attester);
        vm.expectEmit(address(positions));
        emit IERC4906.MetadataUpdate(id);
        vm.prank(attester);
        positions.setFlags(id, flags);
        assertEq(positions.positionOf(id).flags, flags, "flags");
    }

    function testFuzz_nobodyElseSetsFlags(address sender, uint32 flags) public {
        vm.assume(sender != attester);
        vm.prank(sender);
        vm.expectRevert(abi.encodeWithSelector(IDevicePositions.NotAttester.selector, sender));
        positions.setFlags(id, flags);
    }

    function test_flagsNeedAPosition() public {
        vm.prank(attester);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, id + 1));
        positions.setFlags(id + 1, 1);
    }

    function testFuzz_onlyThePauserPauses(address sender) public {
        vm.assume(sender != ADMIN);
        bytes memory expected = abi.encodeWithSelector(
            IAccessControl.AccessControlUnauthorizedAccount.selector, sender, positions.PAUSER_ROLE()
        );
        vm.prank(sender);
        vm.expectRevert(expected);
        positions.pause();
        vm.prank(sender);
        vm.expectRevert(expected);
        positions.unpause();
    }

    function testFuzz_onlyTheAdminSetsTheBaseURI(address sender) public {
        vm.assume(sender != ADMIN);
        vm.prank(sender);
        vm.expectRevert(
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, sender, bytes32(0))
        );
        positions.setBaseURI("https://elsewhere.example/");
    }

    function test_theBaseURIStandsBeforeTheId() public {
        vm.expectEmit(address(positions));
        emit IERC4906.BatchMetadataUpdate(1, type(uint256).max);
        vm.prank(ADMIN);
        positions.setBaseURI("https://elsewhere.example/");
        assertEq(positions.tokenURI(id), "https://elsewhere.example/1", "token URI");
    }

    function testFuzz_rolesAreTheAdminsToGive(address sender) public {
        vm.assume(sender != ADMIN);
        bytes32 role = positions.ATTESTER_ROLE();
        vm.prank(sender);
        vm.expectRevert(
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, sender, bytes32(0))
        );
        positions.grantRole(role, sender);
    }

    function test_supportsItsInterfaces() public view {
        assertTrue(positions.supportsInterface(0x01ffc9a7), "ERC-165");
        assertTrue(positions.supportsInterface(0x80ac58cd), "ERC-721");
        assertTrue(positions.supportsInterface(0x5b5e139f), "ERC-721 metadata");
        assertTrue(positions.supportsInterface(0x49064906), "ERC-4906");
        assertTrue(positions.supportsInterface(0xad092b5c), "ERC-4907");
        assertTrue(positions.supportsInterface(0x7965db0b), "access control");
        assertTrue(!positions.supportsInterface(0xffffffff), "not the invalid id");
    }

    function test_namesItself() public view {
        assertEq(positions.name(), "Hotswap Positions", "name");
        assertEq(positions.symbol(), "HSP", "symbol");
        (, string memory domain, string memory version, uint256 chain, address at,,) = positions.eip712Domain();
        assertEq(domain, "Hotswap DevicePositions", "EIP-712 name");
        assertEq(version, "1", "EIP-712 version");
        assertEq(chain, block.chainid, "EIP-712 chain");
        assertEq(at, address(positions), "EIP-712 contract");
    }
}
