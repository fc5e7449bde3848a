// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {IDevicePositions} from "../src/interfaces/IDevicePositions.sol";
import {PositionsFixture} from "./base/PositionsFixture.sol";

/// @notice Many registrations in one transaction: the good ones stand, each bad one is left out with its own reason.
contract RegisterManyTest is PositionsFixture {
    function testFuzz_mintsTheGoodAndLeavesOutTheBad(uint8 count, uint256 badMask, bool p256) public {
        uint256 length = bound(count, 0, 12);
        IDevicePositions.ProvenRegistration[] memory proofs = new IDevicePositions.ProvenRegistration[](length);
        for (uint256 i; i < length; ++i) {
            proofs[i] = _proven(device(p256 ? P256 : SECP256K1, i), alice);
            if (_isBad(badMask, i)) proofs[i].attesterSignature = "";
        }

        for (uint256 i; i < length; ++i) {
            if (!_isBad(badMask, i)) continue;
            vm.expectEmit(address(positions));
            emit IDevicePositions.RegistrationSkipped(
                proofs[i].claim.deviceId,
                abi.encodeWithSelector(IDevicePositions.InvalidAttesterSignature.selector)
            );
        }
        vm.prank(carol);
        uint256[] memory ids = positions.registerMany(proofs);

        uint256 minted;
        for (uint256 i; i < length; ++i) {
            assertEq(ids[i], _isBad(badMask, i) ? 0 : ++minted, "id");
            assertEq(positions.tokenOfDevice(proofs[i].claim.deviceId), ids[i], "token of device");
            if (ids[i] != 0) assertEq(positions.ownerOf(ids[i]), alice, "owner");
        }
        assertEq(ids.length, length, "one id a proof");
        assertEq(positions.totalSupply(), minted, "supply");
        assertEq(positions.balanceOf(alice), minted, "balance");
    }

    function test_aDeviceNamedTwiceMintsOnce() public {
        IDevicePositions.ProvenRegistration[] memory proofs = new IDevicePositions.ProvenRegistration[](2);
        proofs[0] = _proven(device(P256, 1), alice);
        proofs[1] = proofs[0];
        vm.expectEmit(address(positions));
        emit IDevicePositions.RegistrationSkipped(
            proofs[1].claim.deviceId,
            abi.encodeWithSelector(
                IDevicePositions.DeviceAlreadyRegistered.selector, proofs[1].claim.deviceId, uint256(1)
            )
        );
        uint256[] memory ids = positions.registerMany(proofs);
        assertEq(ids[0], 1, "first");
        assertEq(ids[1], 0, "second");
        assertEq(positions.totalSupply(), 1, "supply");
    }

    function test_aPauseStopsTheWholeOfIt() public {
        IDevicePositions.ProvenRegistration[] memory proofs = new IDevicePositions.ProvenRegistration[](1);
        proofs[0] = _proven(device(SECP256K1, 1), alice);
        vm.prank(ADMIN);
        positions.pause();
        vm.expectRevert(abi.encodeWithSelector(Pausable.EnforcedPause.selector));
        positions.registerMany(proofs);
    }

    function _proven(TestDevice memory from, address owner)
        private
        view
        returns (IDevicePositions.ProvenRegistration memory)
    {
        IDevicePositions.Registration memory claim = registrationFor(from, owner);
        bytes32 signed = digestOf(claim);
        return IDevicePositions.ProvenRegistration(
            claim, from.key, signAs(from, signed), attester, signAs(ATTESTER_KEY, signed)
        );
    }

    function _isBad(uint256 mask, uint256 i) private pure returns (bool) {
        return mask >> i & 1 == 1;
    }
}
