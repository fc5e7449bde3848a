import fc from 'fast-check'
import { concatHex } from 'viem'
import { expect, test } from 'vitest'
import { deviceSecretFromSeed, publicKeyOf } from '@/lib/chain/device'
import { didKey } from '@/lib/chain/identity/did-key'
import { csvLine } from '@/lib/core/csv/format-csv'
import { batchColumns } from './columns'
import { judgeRows, type KnownNetwork } from './judge-rows'

/** Where the random files below start from. */
const seed = 20_240_607

const networks: KnownNetwork[] = [
  { slug: 'radio', name: 'Radio', isPhysical: true, models: [{ slug: 'antenna-1', name: 'Antenna 1' }] },
  { slug: 'relay', name: 'Relay', isPhysical: false, models: [{ slug: 'server-1', name: 'Server 1' }] },
]
const key = (name: string) => publicKeyOf(deviceSecretFromSeed('p256', `judge:${name}`))
const heading = 'device_key,network,model,cell,name\n'
const good = (name: string) => `${didKey(key(name))},radio,antenna-1,851f1d4bfffffff,${name}\n`

test('a good row is a device and its terms; blank hardware is the model’s name', () => {
  const [row] = judgeRows(heading + good('One'), networks)
  expect(row).toMatchObject({
    line: 2,
    isGood: true,
    device: { key: key('One') },
    terms: {
      network: 'radio',
      model: 'antenna-1',
      cell: '851f1d4bfffffff',
      placeCommitment: null,
      metadata: { name: 'One', hardware: 'Antenna 1', demonstration: false },
    },
  })
})

test('a key in hex is the same device as its did:key, compressed or not', () => {
  const { x, y } = key('One')
  const parity = BigInt(y) % 2n === 0n ? '0x02' : '0x03'
  for (const hex of [concatHex(['0x04', x, y]), concatHex([parity, x])]) {
    const [row] = judgeRows(`${heading}p256:${hex},relay,server-1,,One\n`, networks)
    expect(row).toMatchObject({ isGood: true, device: { key: key('One') } })
  }
})

const K = didKey(key('One'))
test.each([
  ['no key', ',relay,server-1,,A', 'device_key', 'The device’s key is missing.'],
  ['a key that is none', 'abc,relay,server-1,,A', 'device_key', 'neither a did:key nor'],
  ['a key off its curve', `p256:0x02${'ff'.repeat(32)},relay,server-1,,A`, 'device_key', 'no point'],
  ['an unknown network', `${K},nowhere,server-1,,A`, 'network', 'no network “nowhere”'],
  ['a model of another network', `${K},relay,antenna-1,,A`, 'model', 'Relay has no model “antenna-1”'],
  ['no cell where place matters', `${K},radio,antenna-1,,A`, 'cell', 'depends on where'],
  ['a cell where it does not', `${K},relay,server-1,851f1d4bfffffff,A`, 'cell', 'leave the cell out'],
  ['a cell that is none', `${K},radio,antenna-1,851f1d4b,A`, 'cell', 'not an H3 cell of resolution 5'],
  ['no name', `${K},relay,server-1,,`, 'name', 'The name is missing.'],
  ['a name too long', `${K},relay,server-1,,${'n'.repeat(81)}`, 'name', 'at most 80'],
  ['a cell too few', `${K},relay,server-1,`, 'row', 'The row has 4 cells and the heading 5.'],
])('a row with %s says so, in its column', (_what, row, column, message) => {
  const [judged] = judgeRows(`${heading}${row}\n`, networks)
  expect(judged).toMatchObject({ line: 2, isGood: false })
  expect(judged?.isGood === false && judged.problems).toContainEqual({
    column,
    message: expect.stringContaining(message),
  })
})

test('a key that stands twice is refused the second time, with the first line', () => {
  const [, second] = judgeRows(heading + good('One') + good('One'), networks)
  expect(second).toMatchObject({
    line: 3,
    isGood: false,
    problems: [{ column: 'device_key', message: 'The same key stands on line 2.' }],
  })
})

test.each([
  ['', 'The file is empty.'],
  [heading, 'The file has a heading and no row.'],
  ['device_key,network,model,nmae\nx', 'There is no column “nmae”'],
  ['device_key,network,model,name,name\nx', 'The column “name” stands there twice.'],
  ['network,model,name\nx', 'The heading lacks “device_key”.'],
  [`${heading}"x`, 'Line 2, character 1: This quote is never closed.'],
])('a file that cannot be read is refused as a whole: %j', (text, sentence) => {
  expect(() => judgeRows(text, networks)).toThrow(sentence)
})

test('whatever the bad rows hold, the good ones go on, and every bad one says why on its own line', () => {
  const junk = fc.array(fc.string({ unit: fc.constantFrom('a', ',', ' ', '0', 'é', '"', '\n') }), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(fc.array(fc.option(junk), { minLength: 1, maxLength: 20 }), (shape) => {
      const written = shape.map((cells, index) =>
        cells === null ? good(`Device ${index}`) : csvLine(['bad', ...cells]),
      )
      const rows = judgeRows(heading + written.join(''), networks)
      expect(rows.map(({ isGood }) => isGood)).toEqual(shape.map((cells) => cells === null))
      let line = 2
      for (const [index, row] of rows.entries()) {
        expect(row.line).toBe(line)
        if (!row.isGood) expect(row.problems.length).toBeGreaterThan(0)
        line += (written[index] ?? '').trimEnd().split('\n').length
      }
    }),
    { seed },
  )
})

test('the template is itself a file that can be read', () => {
  const text =
    csvLine(batchColumns.map(({ name }) => name)) + csvLine(batchColumns.map(({ example }) => example))
  const models = [{ slug: 'helium-hotspot-outdoor', name: 'Hotspot' }]
  const rows = judgeRows(text, [{ slug: 'helium-iot', name: 'Helium IOT', isPhysical: true, models }])
  expect(rows).toMatchObject([{ isGood: true }])
})
