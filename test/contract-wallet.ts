import { createRequire } from 'node:module'
import {
  type Abi,
  type Address,
  createWalletClient,
  encodeFunctionData,
  type Hex,
  http,
  keccak256,
  serializeErc6492Signature,
  stringToHex,
} from 'viem'
import { localAccount } from '@/lib/chain/deploy/local-accounts'
import type { ChainClient } from '@/lib/chain/public-client'

/** A wallet that is a contract: what its one owner's key signed is its own (EIP-1271). It can also send. */
const source = `
// SPDX-License-Identifier: UNLICENSED
pragma solidity ^0.8.28;

contract Wallet {
    address public immutable owner;

    constructor(address owner_) { owner = owner_; }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        if (signature.length != 65) return 0xffffffff;
        address signer = ecrecover(hash, uint8(signature[64]), bytes32(signature[:32]), bytes32(signature[32:64]));
        return signer == owner ? bytes4(0x1626ba7e) : bytes4(0xffffffff);
    }

    function send(address to, bytes calldata data) external payable returns (bytes memory result) {
        require(msg.sender == owner, "not the owner");
        bool success;
        (success, result) = to.call{value: msg.value}(data);
        if (!success) assembly { revert(add(result, 32), mload(result)) }
    }
}

contract WalletFactory {
    function create(address owner, bytes32 salt) external returns (address) {
        return address(new Wallet{salt: salt}(owner));
    }

    function addressOf(address owner, bytes32 salt) external view returns (address) {
        bytes32 code = keccak256(abi.encodePacked(type(Wallet).creationCode, abi.encode(owner)));
        return address(uint160(uint256(keccak256(abi.encodePacked(bytes1(0xff), address(this), salt, code)))));
    }
}
`

type Compiled = { abi: Abi; bytecode: Hex }

function compile(name: 'Wallet' | 'WalletFactory'): Compiled {
  const solc = createRequire(import.meta.url)('solc') as { compile(input: string): string }
  const input = {
    language: 'Solidity',
    sources: { 'Wallet.sol': { content: source } },
    settings: { evmVersion: 'cancun', outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } } },
  }
  const output = JSON.parse(solc.compile(JSON.stringify(input)))
  const contract = output.contracts?.['Wallet.sol']?.[name]
  if (!contract) throw new Error(`the test wallet does not compile: ${JSON.stringify(output.errors)}`)
  return { abi: contract.abi, bytecode: `0x${contract.evm.bytecode.object}` }
}

export type ContractWallet = {
  address: Address
  abi: Abi
  /** puts the wallet on chain; until then it signs as EIP-6492 */
  deploy(): Promise<void>
  /** signature of a text: the owner key's, wrapped as EIP-6492 when asked to */
  signMessage(message: string, options?: { asUndeployed?: boolean }): Promise<Hex>
}

/**
 * A contract wallet of a local account, on a fresh factory. Its address is known before it is deployed.
 * @param ownerIndex account of the local mnemonic that owns it and pays
 */
export async function createContractWallet(client: ChainClient, ownerIndex: number): Promise<ContractWallet> {
  const owner = localAccount(ownerIndex)
  const sender = createWalletClient({
    account: owner,
    chain: client.chain,
    transport: http(client.transport.url),
  })
  const factory = compile('WalletFactory')
  const deployment = await sender.deployContract(factory)
  const { contractAddress } = await client.waitForTransactionReceipt({ hash: deployment })
  if (!contractAddress) throw new Error('the factory was not deployed')

  const salt = keccak256(stringToHex('wallet'))
  const args = [owner.address, salt]
  const address = await client.readContract({
    address: contractAddress,
    abi: factory.abi,
    functionName: 'addressOf',
    args,
  })
  const data = encodeFunctionData({ abi: factory.abi, functionName: 'create', args })
  return {
    address: address as Address,
    abi: compile('Wallet').abi,
    async deploy() {
      const hash = await sender.sendTransaction({ to: contractAddress, data })
      await client.waitForTransactionReceipt({ hash })
    },
    async signMessage(message, { asUndeployed = false } = {}) {
      const signature = await owner.signMessage({ message })
      return asUndeployed
        ? serializeErc6492Signature({ address: contractAddress, data, signature })
        : signature
    },
  }
}
