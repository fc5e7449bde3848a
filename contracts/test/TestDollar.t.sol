// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {TestDollar} from "../src/TestDollar.sol";
import {Test} from "./base/Test.sol";

/// @notice The test dollar: its faucet, its permit, and that its events alone tell every balance and allowance.
contract TestDollarTest is Test {
    uint256 internal constant OWNER_KEY = uint256(keccak256("owner"));
    TestDollar internal dollar = new TestDollar();
    address internal owner = vm.addr(OWNER_KEY);
    address internal spender = address(0x5);

    function testFuzz_theFaucetMintsToTheCaller(address caller, uint256 amount) public {
        vm.assume(caller != address(0));
        amount = bound(amount, 0, dollar.FAUCET_LIMIT());
        vm.prank(caller);
        dollar.faucet(amount);
        assertEq(dollar.balanceOf(caller), amount, "balance");
        assertEq(dollar.totalSupply(), amount, "supply");
    }

    function testFuzz_theFaucetHasALimit(uint256 amount) public {
        uint256 limit = dollar.FAUCET_LIMIT();
        amount = bound(amount, limit + 1, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(TestDollar.FaucetLimit.selector, amount, limit));
        dollar.faucet(amount);
    }

    function test_isADollarOfSixDecimals() public view {
        assertEq(dollar.decimals(), 6, "decimals");
        assertEq(dollar.symbol(), "tUSD", "symbol");
        assertEq(dollar.FAUCET_LIMIT(), 1_000_000e6, "limit");
    }

    function testFuzz_spendingEmitsTheAllowanceThatIsLeft(uint256 allowed, uint256 spent) public {
        allowed = bound(allowed, 0, type(uint256).max - 1);
        spent = bound(spent, 0, allowed < 1_000_000e6 ? allowed : 1_000_000e6);
        vm.prank(owner);
        dollar.faucet(spent);
        vm.prank(owner);
        dollar.approve(spender, allowed);

        vm.expectEmit(address(dollar));
        emit IERC20.Approval(owner, spender, allowed - spent);
        vm.prank(spender);
        dollar.transferFrom(owner, address(0xB0B), spent);
        assertEq(dollar.allowance(owner, spender), allowed - spent, "allowance");
    }

    function test_anUnlimitedAllowanceStaysAndSaysNothing() public {
        vm.prank(owner);
        dollar.faucet(1);
        vm.prank(owner);
        dollar.approve(spender, type(uint256).max);
        vm.recordLogs();
        vm.prank(spender);
        dollar.transferFrom(owner, spender, 1);
        assertEq(vm.getRecordedLogs().length, 1, "the transfer's log alone");
        assertEq(dollar.allowance(owner, spender), type(uint256).max, "allowance");
    }

    function testFuzz_noAllowanceNoTransfer(address thief, uint256 amount) public {
        vm.assume(thief != owner && thief != address(0));
        amount = bound(amount, 1, 1_000_000e6);
        vm.prank(owner);
        dollar.faucet(amount);
        vm.prank(thief);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, thief, 0, amount)
        );
        dollar.transferFrom(owner, thief, amount);
    }

    function testFuzz_permitSetsTheAllowance(uint256 value, uint32 wait) public {
        uint256 deadline = block.timestamp + wait;
        bytes32 typeHash =
            keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 structHash = keccak256(abi.encode(typeHash, owner, spender, value, 0, deadline));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(
            OWNER_KEY, keccak256(abi.encodePacked(hex"1901", dollar.DOMAIN_SEPARATOR(), structHash))
        );
        vm.warp(deadline);
        vm.expectEmit(address(dollar));
        emit IERC20.Approval(owner, spender, value);
        dollar.permit(owner, spender, value, deadline, v, r, s);
        assertEq(dollar.allowance(owner, spender), value, "allowance");
        assertEq(dollar.nonces(owner), 1, "nonce");
    }
}
