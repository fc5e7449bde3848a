// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {DevicePositions} from "../../src/DevicePositions.sol";
import {ContractSigner} from "./ContractSigner.sol";

/// @title A seller who leases the device to an accomplice at the moment the money arrives
contract TreacherousSeller is ContractSigner {
    DevicePositions private immutable _positions;
    address private immutable _accomplice;
    uint256 private _id;

    /// @notice What became of the attempt.
    bool public attempted;
    bytes public failure;

    constructor(address owner_, DevicePositions positions_, address accomplice_) ContractSigner(owner_) {
        _positions = positions_;
        _accomplice = accomplice_;
    }

    /// @notice Arms the attack on one position.
    function plan(uint256 id) external {
        _id = id;
    }

    receive() external payable {
        if (_id == 0) return;
        attempted = true;
        try _positions.setUser(_id, _accomplice, type(uint64).max) {}
        catch (bytes memory reason) {
            failure = reason;
        }
    }
}
