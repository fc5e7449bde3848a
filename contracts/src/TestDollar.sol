// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title Test dollar: settlement money of the local chain and of test networks
/// @notice Worth nothing; anyone may mint. Every change of an allowance emits Approval, so that allowances can be
/// read from events alone.
contract TestDollar is ERC20Permit {
    /*//////////////////////////////////////////////////////////////
                                 ERRORS
    //////////////////////////////////////////////////////////////*/

    error FaucetLimit(uint256 amount, uint256 limit);

    /*//////////////////////////////////////////////////////////////
                               CONSTANTS
    //////////////////////////////////////////////////////////////*/

    /// @notice Most that one call of the faucet mints: 1,000,000 dollars.
    uint256 public constant FAUCET_LIMIT = 1_000_000e6;

    /*//////////////////////////////////////////////////////////////
                              CONSTRUCTOR
    //////////////////////////////////////////////////////////////*/

    constructor() ERC20("Test Dollar", "tUSD") ERC20Permit("Test Dollar") {}

    /*//////////////////////////////////////////////////////////////
                                 FAUCET
    //////////////////////////////////////////////////////////////*/

    /// @notice Mints `amount` base units to the caller.
    function faucet(uint256 amount) external {
        if (amount > FAUCET_LIMIT) revert FaucetLimit(amount, FAUCET_LIMIT);
        _mint(msg.sender, amount);
    }

    /*//////////////////////////////////////////////////////////////
                                 ERC-20
    //////////////////////////////////////////////////////////////*/

    /// @notice 6, as USDC has.
    function decimals() public pure override returns (uint8) {
        return 6;
    }

    /// @dev OpenZeppelin is silent when `transferFrom` lowers an allowance; here it is not.
    function _approve(address owner, address spender, uint256 value, bool) internal override {
        super._approve(owner, spender, value, true);
    }
}
