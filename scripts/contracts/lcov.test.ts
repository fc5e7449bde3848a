import { expect, test } from 'vitest'
import { parseLcov } from './lcov'

const record = `TN:
SF:contracts/src/A.sol
DA:3,7
DA:4,0
FNF:2
FNH:2
LF:2
LH:1
BRDA:4,0,0,1
BRDA:4,0,1,-
BRF:2
BRH:1
end_of_record
`

test('a record becomes its counts and the lines and branches it missed', () => {
  expect(parseLcov(record)).toEqual([
    {
      file: 'contracts/src/A.sol',
      lines: { found: 2, hit: 1 },
      branches: { found: 2, hit: 1 },
      functions: { found: 2, hit: 2 },
      missed: { lines: [4], branches: [4] },
    },
  ])
})

test('files come in the order of the trace', () => {
  expect(parseLcov(record + record.replace('A.sol', 'B.sol')).map(({ file }) => file)).toEqual([
    'contracts/src/A.sol',
    'contracts/src/B.sol',
  ])
})
