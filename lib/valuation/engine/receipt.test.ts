import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, it } from 'vitest'
import { exampleEngineInputs } from './example-engine-inputs'
import older from './fixtures/engine-1-receipts.json'
import { checkReceipt, type Receipt, receiptOf } from './receipt'
import { isSignedBy, receiptTypedData } from './receipt-signature'
import { valueWithEngine } from './value-with-engine'

const settings = { seed: 7, paths: 256, policyPaths: 128 }
const receipt = receiptOf(valueWithEngine(exampleEngineInputs(), settings).valuation)
const copy = () => structuredClone(receipt)
const valuer = privateKeyToAccount(`0x${'11'.repeat(32)}`)
const context = {
  chainId: 31337,
  verifyingContract: `0x${'22'.repeat(20)}`,
  deviceId: `0x${'33'.repeat(32)}`,
  issuedAt: 1_717_200_000n,
} as const

describe('a receipt', () => {
  it('recomputes to the cent, also after a way through JSON', () => {
    expect(checkReceipt(receipt)).toEqual([])
    expect(checkReceipt(JSON.parse(JSON.stringify(receipt)))).toEqual([])
  })

  it('names the figure that was altered', () => {
    for (const name of ['value', 'p5', 'p50', 'p95', 'standardError'] as const)
      expect(checkReceipt({ ...copy(), [name]: String(BigInt(receipt[name]) + 1n) })).toEqual([name])
    const moved = copy()
    moved.parts[1]!.cents = String(BigInt(moved.parts[1]!.cents) + 1n)
    expect(checkReceipt(moved)).toEqual(['parts.base_rewards'])
    expect(checkReceipt({ ...copy(), parts: [...receipt.parts, receipt.parts[0]] })).toEqual(['parts'])
  })

  it('shows every altered input, even one that moves no figure', () => {
    const names = Object.keys(receipt.inputs).filter(
      (name) => !['asOf', 'moves'].includes(name),
    ) as (keyof Receipt['inputs'])[]
    for (const name of names) {
      const altered = copy()
      const figure = altered.inputs[name] as { value: number }
      figure.value = name === 'horizon' ? 59 : figure.value === 0 ? 0.01 : figure.value * 0.999
      expect(checkReceipt(altered)).toContain('inputsHash')
    }
    const renamed = copy()
    renamed.inputs.moves[0]!.network = 'elsewhere'
    expect(checkReceipt(renamed)).toEqual(['inputsHash'])
    const reseeded = copy()
    reseeded.settings.seed += 1
    expect(checkReceipt(reseeded)).toEqual(expect.arrayContaining(['inputsHash', 'value']))
  })

  it('of the model before is recomputed to the cent as one without jumps, and altered ones are named', () => {
    for (const given of older) expect(checkReceipt(given)).toEqual([])
    const dearer = structuredClone(older[0]!)
    dearer.inputs.tokenPrice.value *= 1.001
    expect(checkReceipt(dearer)).toEqual(expect.arrayContaining(['inputsHash', 'value']))
    expect(checkReceipt({ ...older[0], model: 'engine-2' })[0]).toBe('form')
  })

  it('is refused out of form', () => {
    expect(checkReceipt({ ...copy(), value: '1.5' })).toEqual(['form', 'value'])
    expect(checkReceipt({ ...copy(), model: 'engine-0' })).toEqual(['form', 'model'])
    expect(checkReceipt(null)[0]).toBe('form')
  })

  it('is signed by its valuer, for one device, and by nobody else', async () => {
    const signature = await valuer.signTypedData(receiptTypedData(receipt, context))
    expect(await isSignedBy(receipt, context, signature, valuer.address)).toBe(true)
    expect(await isSignedBy({ ...copy(), value: '1' }, context, signature, valuer.address)).toBe(false)
    expect(await isSignedBy(receipt, { ...context, issuedAt: 1n }, signature, valuer.address)).toBe(false)
    expect(await isSignedBy(receipt, context, signature, context.verifyingContract)).toBe(false)
    expect(await isSignedBy(receipt, context, '0x1234', valuer.address)).toBe(false)
  })
})
