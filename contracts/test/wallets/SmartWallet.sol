// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

import {ERC7821} from "@openzeppelin/contracts/account/extensions/draft-ERC7821.sol";
import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ERC721Holder} from "@openzeppelin/contracts/token/ERC721/utils/ERC721Holder.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @title A wallet that is a contract, for tests: what its key signed is its word (ERC-1271), and it makes calls
/// together or not at all (ERC-7821)
abstract contract TestWallet is ERC7821, IERC1271, ERC721Holder {
    receive() external payable {}

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        (address signer, ECDSA.RecoverError problem,) = ECDSA.tryRecoverCalldata(hash, signature);
        bool isGood = problem == ECDSA.RecoverError.NoError && signer == _key();
        return isGood ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }

    function _key() internal view virtual returns (address);
}

/// @title A contract of its own address; the key's account sends its calls
contract SmartWallet is TestWallet {
    address public immutable owner;

    constructor(address owner_) {
        owner = owner_;
    }

    function _key() internal view override returns (address) {
        return owner;
    }

    function _erc7821AuthorizedExecutor(address caller, bytes32 mode, bytes calldata data)
        internal
        view
        override
        returns (bool)
    {
        return caller == owner || super._erc7821AuthorizedExecutor(caller, mode, data);
    }
}

/// @title What a key's own account delegates to (EIP-7702) so that it can make several calls in one transaction
contract BatchExecutor is TestWallet {
    function _key() internal view override returns (address) {
        return address(this);
    }
}

/// @title Puts smart wallets where they are expected before they exist (EIP-6492)
contract SmartWalletFactory {
    function create(address owner, bytes32 salt) external returns (address wallet) {
        wallet = addressOf(owner, salt);
        if (wallet.code.length == 0) new SmartWallet{salt: salt}(owner);
    }

    function addressOf(address owner, bytes32 salt) public view returns (address) {
        bytes32 code = keccak256(abi.encodePacked(type(SmartWallet).creationCode, abi.encode(owner)));
        return address(uint160(uint256(keccak256(abi.encodePacked(bytes1(0xff), address(this), salt, code)))));
    }
}
