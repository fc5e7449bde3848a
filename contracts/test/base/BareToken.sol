// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @title OpenZeppelin's ERC-721 and nothing else: what our gas is measured beside
contract BareToken is ERC721 {
    uint256 private _supply;

    constructor() ERC721("Bare", "BARE") {}

    function mint(address to) external {
        _mint(to, ++_supply);
    }
}
