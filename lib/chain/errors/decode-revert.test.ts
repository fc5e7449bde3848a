import {
  type Abi,
  BaseError,
  ExecutionRevertedError,
  encodeErrorResult,
  type Hex,
  RawContractError,
  RpcRequestError,
  toFunctionSelector,
  zeroAddress,
  zeroHash,
} from 'viem'
import { describe, expect, test } from 'vitest'
import { devicePositionsAbi } from '@/lib/chain/abi/generated/devicePositions'
import { rewardDistributorAbi } from '@/lib/chain/abi/generated/rewardDistributor'
import { seaportAbi } from '@/lib/chain/abi/generated/seaport'
import { settlementZoneAbi } from '@/lib/chain/abi/generated/settlementZone'
import { testDollarAbi } from '@/lib/chain/abi/generated/testDollar'
import { HotswapError } from '@/lib/core/errors'
import {
  InsufficientFundsError,
  InvalidTimeError,
  MissingApprovalError,
  OrderAlreadyFilledError,
  StateChangedError,
} from '@/lib/market/order-errors'
import { ContractRevertedError } from './contract-reverted-error'
import { decodeRevert, explainRevert, revertDataOf } from './decode-revert'

type AbiError = Extract<Abi[number], { type: 'error' }>

const ours: Abi = [...devicePositionsAbi, ...settlementZoneAbi, ...testDollarAbi, ...rewardDistributorAbi]
const errorsOf = (abi: Abi) => abi.filter((entry): entry is AbiError => entry.type === 'error')

function sample({ inputs }: AbiError): unknown[] {
  return inputs.map(({ type }) => {
    if (type === 'address') return zeroAddress
    if (type === 'string') return 'words'
    if (type === 'bytes32') return zeroHash
    return type === 'uint8' ? 1 : 1n
  })
}

function revertOf(error: AbiError): Hex {
  return encodeErrorResult({ abi: [error], errorName: error.name, args: sample(error) } as never)
}

describe('what a contract says, in words', () => {
  test.each(errorsOf(ours).map((error) => [error.name, error] as const))(
    '%s of our contracts',
    (_, error) => {
      const explained = decodeRevert(revertOf(error))
      expect(explained).toBeInstanceOf(HotswapError)
      expect(explained.message).toMatch(/^\S.*\.$/)
      expect(JSON.parse(JSON.stringify(explained.toFailure()))).toEqual(explained.toFailure())
      expect(explained.message).not.toBe('The chain refused the call for a reason unknown here.')
    },
  )

  // what no call of ours ends with: criteria, ERC-1155, ether, contract orders, matching, Seaport's own deployment
  const foreign =
    /Criteria|1155|Ether|NativeTokenTransfer|NativeOffer|ContractOrder|Fulfillment|Proof|Resolver|Inexact|OfferAnd|TStore|Tload/
  test.each(
    errorsOf(seaportAbi)
      .filter((error) => !foreign.test(error.name))
      .map((error) => [error.name, error] as const),
  )('%s of Seaport', (_, error) => {
    const explained = decodeRevert(revertOf(error))
    expect(explained.message).not.toBe('The chain refused the call for a reason unknown here.')
  })

  test('the ones people meet have their own class', () => {
    const hash = zeroHash
    const of = (signature: string, abi: string, args: unknown[]) =>
      decodeRevert(encodeErrorResult({ abi: [parse(signature, abi)], errorName: signature, args } as never))
    expect(of('OrderAlreadyFilled', 'bytes32', [hash])).toBeInstanceOf(OrderAlreadyFilledError)
    expect(of('InvalidTime', 'uint256,uint256', [1n, 2n])).toBeInstanceOf(InvalidTimeError)
    expect(of('StateChanged', 'uint256,bytes32,bytes32', [7n, hash, hash])).toBeInstanceOf(StateChangedError)
    expect(of('ERC721InsufficientApproval', 'address,uint256', [zeroAddress, 7n])).toBeInstanceOf(
      MissingApprovalError,
    )
    const poor = of('ERC20InsufficientBalance', 'address,uint256,uint256', [
      zeroAddress,
      1_500_000n,
      2_000_000n,
    ])
    expect(poor).toBeInstanceOf(InsufficientFundsError)
    expect(poor.message).toContain('holds 1.5 dollars; 2 dollars are needed')
  })

  test('a plain reason, a panic, nothing, and noise', () => {
    const error = encodeErrorResult({
      abi: [parse('Error', 'string')],
      errorName: 'Error',
      args: ['no'],
    } as never)
    expect(decodeRevert(error).message).toBe('The chain refused the call: no.')
    expect(decodeRevert('0x').message).toBe('The chain refused the call without a reason.')
    for (const noise of [
      '0x12345678',
      '0x12',
      `${toFunctionSelector('OrderAlreadyFilled(bytes32)')}00`,
    ] as Hex[])
      expect(decodeRevert(noise)).toBeInstanceOf(ContractRevertedError)
  })
})

function parse(name: string, types: string): AbiError {
  return { type: 'error', name, inputs: types.split(',').map((type, at) => ({ type, name: `a${at}` })) }
}

describe('revert data inside what viem throws', () => {
  const request = { body: {}, url: 'http://node' }

  test('is found however deep', () => {
    const rpc = new RpcRequestError({ ...request, error: { code: 3, message: 'reverted', data: '0x1234' } })
    expect(revertDataOf(new BaseError('call', { cause: new BaseError('inner', { cause: rpc }) }))).toBe(
      '0x1234',
    )
    expect(revertDataOf(new BaseError('call', { cause: new RawContractError({ data: '0xabcd' }) }))).toBe(
      '0xabcd',
    )
    expect(revertDataOf(new BaseError('call', { cause: new ExecutionRevertedError() }))).toBe('0x')
  })

  test('is not seen where there is none', () => {
    const away = new BaseError('the node is away')
    expect(explainRevert(away)).toBe(away)
    expect(explainRevert('text')).toBe('text')
  })
})
