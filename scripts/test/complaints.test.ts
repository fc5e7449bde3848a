import { expect, it } from 'vitest'
import { complaintsOf } from './complaints'

it('keeps what names a failure, once, and leaves out what passed', () => {
  const output = [
    ' ✓ an Error is turned into words',
    '\u001b[31m FAIL \u001b[39m lib/core/money.test.ts > rounds half to even',
    'AssertionError: expected 2 to be 3',
    'AssertionError: expected 2 to be 3',
    'seed 9 FAILED: AbiDecodingZeroDataError',
    '  ✘  3 [e2e] offers › an offer is withdrawn',
    '[FAIL: revert] test_refuses()',
    'Duration 3 s',
  ].join('\n')
  expect(complaintsOf(output)).toEqual([
    ' FAIL  lib/core/money.test.ts > rounds half to even',
    'AssertionError: expected 2 to be 3',
    'seed 9 FAILED: AbiDecodingZeroDataError',
    '  ✘  3 [e2e] offers › an offer is withdrawn',
    '[FAIL: revert] test_refuses()',
  ])
})
