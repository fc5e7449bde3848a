import { expect, test } from 'vitest'
import { headerHash, rpcHeaderSchema } from './header'

const ZEROS = `0x${'00'.repeat(256)}`
const EMPTY_ROOT = '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421'
const EMPTY_UNCLES = '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347'

/** Ethereum's first block. */
const mainnetGenesis = {
  hash: '0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3',
  parentHash: `0x${'00'.repeat(32)}`,
  sha3Uncles: EMPTY_UNCLES,
  miner: `0x${'00'.repeat(20)}`,
  stateRoot: '0xd7f8974fb5ac78d9ac099b9ad5018bedc2ce0a72dad1827a1709da30580f0544',
  transactionsRoot: EMPTY_ROOT,
  receiptsRoot: EMPTY_ROOT,
  logsBloom: ZEROS,
  difficulty: '0x400000000',
  number: '0x0',
  gasLimit: '0x1388',
  gasUsed: '0x0',
  timestamp: '0x0',
  extraData: '0x11bbe8db4e347b4e8c937c1c8370e4b5ed33adb3db69cbdb7a38e1e50b1b82fa',
  mixHash: `0x${'00'.repeat(32)}`,
  nonce: '0x0000000000000042',
  transactions: [],
}

/** A block of anvil under its default hard fork, with every field there is today. */
const modern = {
  ...mainnetGenesis,
  hash: '0x96e72819b71062b869f48d389dddae4cd35975081c098573dc0aefd998b7dabb',
  parentHash: '0xd3dd8cee76ac36ceb27cb82c55f6bf1e545594496f13551bc7b8442957be0927',
  stateRoot: '0x4622acadec3113c69d8ef23ea275e67b7ffeb138e58f2028ba9b8837fdbc01ee',
  transactionsRoot: '0x6dd9a37bc24f352bcab791cc4ff2ed174a0ab4ea0d24910a1c27eb24435f9d4f',
  receiptsRoot: '0xf78dfb743fbd92ade140711c8bbc542b5e307f0ab7984eff35d751969fe57efa',
  difficulty: '0x0',
  number: '0x1',
  gasLimit: '0x1c9c380',
  gasUsed: '0x5208',
  timestamp: '0x6b00504d',
  extraData: '0x',
  mixHash: '0xebde886026417d8bf39f0520848fdf422a1d098a80df2b6c46673eed66db7d35',
  nonce: '0x0000000000000000',
  baseFeePerGas: '0x3b9aca00',
  withdrawalsRoot: EMPTY_ROOT,
  blobGasUsed: '0x0',
  excessBlobGas: '0x0',
  parentBeaconBlockRoot: `0x${'00'.repeat(32)}`,
  requestsHash: '0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
}

test('the hash of an old and of a modern header is the block’s', () => {
  for (const header of [mainnetGenesis, modern])
    expect(headerHash(rpcHeaderSchema.parse(header))).toBe(header.hash)
})

test('a change of any field changes the hash', () => {
  for (const field of Object.keys(modern).filter((name) => !['hash', 'transactions'].includes(name))) {
    const value = modern[field as keyof typeof modern] as string
    const changed = { ...modern, [field]: field === 'extraData' ? '0x01' : `${value.slice(0, -1)}9` }
    expect(headerHash(rpcHeaderSchema.parse(changed)), field).not.toBe(modern.hash)
  }
})

test('an answer of another shape is refused', () => {
  expect(rpcHeaderSchema.safeParse({ ...modern, logsBloom: '0x00' }).success).toBe(false)
  expect(rpcHeaderSchema.safeParse({ ...modern, number: 1 }).success).toBe(false)
})
