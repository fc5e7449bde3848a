import { privateKeyToAccount } from 'viem/accounts'
import { beforeAll, expect, it } from 'vitest'
import { exampleEngineInputs } from './example-engine-inputs'
import { receiptOf } from './receipt'
import { receiptTypedData } from './receipt-signature'
import { checkSignedReceipt } from './signed-receipt'
import { valueWithEngine } from './value-with-engine'

const valuer = privateKeyToAccount(`0x${'11'.repeat(32)}`)
const stranger = privateKeyToAccount(`0x${'12'.repeat(32)}`)
const seal = {
  chainId: 31337,
  verifyingContract: `0x${'22'.repeat(20)}`,
  deviceId: `0x${'33'.repeat(32)}`,
  issuedAt: 1_717_200_000,
} as const
const receipt = receiptOf(
  valueWithEngine(exampleEngineInputs(), { seed: 7, paths: 256, policyPaths: 128 }).valuation,
)
let good: { receipt: typeof receipt; seal: Record<string, unknown> }

beforeAll(async () => {
  const signature = await valuer.signTypedData(
    receiptTypedData(receipt, { ...seal, issuedAt: BigInt(seal.issuedAt) }),
  )
  good = { receipt, seal: { ...seal, valuer: valuer.address, signature } }
})

it('is good as issued, after a way through JSON, and beside other fields', async () => {
  expect(await checkSignedReceipt(good)).toEqual([])
  expect(await checkSignedReceipt({ ...JSON.parse(JSON.stringify(good)), id: 'x' }, valuer.address)).toEqual(
    [],
  )
})

it('names an altered figure, and that it is not what was signed', async () => {
  const dearer = { ...good, receipt: { ...receipt, p50: String(BigInt(receipt.p50) + 1n) } }
  expect(await checkSignedReceipt(dearer)).toEqual(['p50', 'signature'])
})

it('names an altered input by the hash it breaks', async () => {
  const altered = structuredClone(good)
  altered.receipt.inputs.requiredReturn.value = 0.1
  expect(await checkSignedReceipt(altered)).toEqual(
    expect.arrayContaining(['inputsHash', 'value', 'signature']),
  )
})

it('names a signature that is of another device, moment, chain, contract or of nobody', async () => {
  for (const change of [
    { deviceId: `0x${'34'.repeat(32)}` },
    { issuedAt: seal.issuedAt + 1 },
    { chainId: 1 },
    { verifyingContract: `0x${'23'.repeat(20)}` },
    { signature: '0x1234' },
    { valuer: stranger.address },
  ])
    expect(await checkSignedReceipt({ ...good, seal: { ...good.seal, ...change } })).toEqual(['signature'])
})

it('names a valuer who is not the one expected, although the receipt is theirs', async () => {
  const signature = await stranger.signTypedData(
    receiptTypedData(receipt, { ...seal, issuedAt: BigInt(seal.issuedAt) }),
  )
  const theirs = { receipt, seal: { ...seal, valuer: stranger.address, signature } }
  expect(await checkSignedReceipt(theirs)).toEqual([])
  expect(await checkSignedReceipt(theirs, valuer.address)).toEqual(['valuer'])
})

it('names what is unsigned, and what is out of form', async () => {
  expect(await checkSignedReceipt({ receipt, seal: null })).toEqual(['unsigned'])
  expect(await checkSignedReceipt({ receipt: { ...receipt, value: 'much' }, seal: null })).toEqual([
    'form',
    'receipt.value',
  ])
})
