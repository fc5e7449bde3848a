// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {DevicePositions} from "../../src/DevicePositions.sol";
import {Signing} from "./Signing.sol";

/// @title DevicePositions as deployed, with its admin and its attester
abstract contract PositionsFixture is Signing {
    /// @dev When every test starts. Tests that move time count from here: the compiler may read `block.timestamp` anew.
    uint256 internal constant START = 1_750_000_000;

    function setUp() public virtual {
        vm.warp(START);
        positions = new DevicePositions(ADMIN, attester, "https://hotswap.example/positions/");
    }
}
