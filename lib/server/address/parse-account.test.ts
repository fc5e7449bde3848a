import { expect, test } from 'vitest'
import { parseAccount } from './parse-account'

// the first example of ERC-55
const checksummed = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'
const account = checksummed.toLowerCase()

test('an address is read in one case or with its checksum', () => {
  for (const text of [checksummed, account, `0x${account.slice(2).toUpperCase()}`, ` ${account} `])
    expect(parseAccount(text)).toEqual({ account })
})

test('a wrong checksum is a mistyped digit, and anything else is no address', () => {
  expect(parseAccount(checksummed.replace('5aA', '5AA'))).toMatchObject({
    problem: expect.stringContaining('mistyped'),
  })
  for (const text of [
    '',
    '0x',
    'vitalik.eth',
    account.slice(0, -1),
    `${account}0`,
    account.replace('5', 'g'),
  ])
    expect(parseAccount(text), text).toMatchObject({ problem: expect.stringContaining('40 digits') })
})
