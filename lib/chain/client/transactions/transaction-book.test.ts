import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { transactionBook } from './transaction-book'
import { readRecords, type TransactionRecord } from './transaction-record'

const account = '0x00000000000000000000000000000000000000aa'
const hash = `0x${'11'.repeat(32)}` as const
let chainId = 0
let kept: Map<string, string>

beforeEach(() => {
  chainId += 1
  kept = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  })
})
afterEach(() => vi.unstubAllGlobals())

const record = (key: string, change: Partial<TransactionRecord> = {}): TransactionRecord => ({
  key,
  title: 'Buys a position',
  path: '/positions/1',
  hash,
  sender: account,
  to: account,
  data: '0x',
  nonce: 3,
  sentAt: 1,
  sentAtBlock: 7,
  outcome: { step: 'sent', hash },
  isTold: false,
  isFinal: false,
  ...change,
})

test('one record an intention, newest first, told to whoever listens', () => {
  const book = transactionBook(chainId, account)
  const listener = vi.fn()
  const stop = book.subscribe(listener)
  book.put(record('buy:1'))
  book.put(record('buy:2'))
  book.put(record('buy:1', { nonce: 9 }))
  expect(book.all().map(({ key, nonce }) => [key, nonce])).toEqual([
    ['buy:1', 9],
    ['buy:2', 3],
  ])
  expect(listener).toHaveBeenCalledTimes(3)
  stop()
  book.remove('buy:1')
  expect(listener).toHaveBeenCalledTimes(3)
  expect(book.find('buy:1')).toBeUndefined()
})

test('what another tab wrote is seen, and the list stays the same until something changes', () => {
  const book = transactionBook(chainId, account)
  book.put(record('buy:1'))
  expect(book.all()).toBe(book.all())
  const [name = '', text = ''] = [...kept][0] ?? []
  kept.set(name, text.replace('buy:1', 'buy:7'))
  expect(book.find('buy:7')).toBeDefined()
})

test('a browser that forbids storage keeps them until the page is left', () => {
  const refuse = () => {
    throw new Error('storage is forbidden')
  }
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
  const book = transactionBook(chainId, account)
  book.put(record('buy:1'))
  book.change('buy:1', { isTold: true })
  expect(book.find('buy:1')?.isTold).toBe(true)
})

test('of final ones the newest eight are kept, of open ones all', () => {
  const book = transactionBook(chainId, account)
  for (let index = 0; index < 12; index += 1) book.put(record(`open:${index}`))
  for (let index = 0; index < 12; index += 1) book.put(record(`final:${index}`, { isFinal: true }))
  expect(book.all().filter(({ isFinal }) => isFinal)).toHaveLength(8)
  expect(book.find('final:11')).toBeDefined()
  expect(book.all().filter(({ isFinal }) => !isFinal)).toHaveLength(12)
})

test.each([null, '', '{', '{}', '[1, null, {}]', '[{"key":"buy:1"}]'])('%s holds no record', (text) => {
  expect(readRecords(text)).toEqual([])
})

test('each outcome is read back as it was', () => {
  const outcomes: TransactionRecord['outcome'][] = [
    { step: 'unanswered' },
    { step: 'sent' },
    { step: 'mined', hash, blockNumber: 5, spedUp: true, again: true },
    { step: 'reorganised', hash, blockNumber: 5, unknownSince: 3 },
    { step: 'replaced', hash },
    { step: 'failed', reason: 'No.', hash, blockNumber: 5 },
  ]
  const records = outcomes.map((outcome, index) => record(`buy:${index}`, { outcome }))
  expect(readRecords(JSON.stringify(records))).toEqual(records)
})
