import type { MethodFigures } from '@/lib/valuation/method-figures'
import figures from './generated/method.json'

/** What the last `npm run method` came to; a test holds it to the code. */
export function readMethodFigures(): MethodFigures {
  return figures
}
