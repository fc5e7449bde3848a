import { expect, it } from 'vitest'
import { whyWords } from './why-words'

const names = {
  'network:relay': 'Relay network',
  'operator:0x0000000000000000000000000000000000000abc': '0x0000000000000000000000000000000000000abc',
}
const ledger = { gainUsd: 40, budgetUsd: 0, riskUsd: 30.5, capsUsd: 12, cap: 'network:relay' }

it('names what a listing takes of each limit, dearest first', () => {
  expect(whyWords({ kind: 'worth less', ...ledger }, names)).toBe(
    'Gains $40.00, less than what it takes would bring elsewhere: $30.50 for its risk, $12.00 under the cap on Relay network.',
  )
  expect(whyWords({ kind: 'partly', ...ledger }, names)).toBe('Held until the limit on risk is used up.')
})

it('names the limit that does not reach', () => {
  expect(whyWords({ kind: 'loses', gainUsd: -3 }, names)).toBe('Its mean value lies $3.00 below its price.')
  expect(
    whyWords(
      {
        kind: 'cap left',
        group: 'operator:0x0000000000000000000000000000000000000abc',
        leftUsd: 5,
        ...ledger,
      },
      names,
    ),
  ).toBe('It pays, but the cap on operator 0x0000…0abc has $5.00 left.')
})
