import { Figure, Figures } from '@/components/ui'
import { formatCount, formatDecimal, formatSignificant } from '@/lib/core/format'
import type { KeptReference } from '@/lib/market/reference-price/kept-reference'
import { LEAST_SALES } from '@/lib/market/reference-price/trade-size-tests'

/** What first digits, rounding and tail of all prices paid say of a network's sales. */
export function SizeTests({ reference }: { reference: KeptReference | undefined }) {
  const tests = reference?.sizeTests
  if (!tests)
    return (
      <p className="mt-3 max-w-prose text-sm text-muted">
        First digits, rounding and tail of its prices are tested from {formatCount(LEAST_SALES)} sales on; it
        has {formatCount((reference?.sales ?? 0) + (reference?.leftOut ?? 0))}.
      </p>
    )
  const { n, firstDigit, rounding, tail, against } = tests
  return (
    <div className="mt-4">
      <Figures>
        <Figure
          label="First digits"
          value={pWords(firstDigit.p)}
          unit="p"
          source={firstDigit.p < 0.05 ? 'depart from Benford’s law' : 'as Benford’s law has them'}
        />
        <Figure
          label="Round prices"
          value={tWords(rounding.t)}
          unit="t"
          source={rounding.t < 1.645 ? 'not favoured, as people favour them' : 'favoured, as by people'}
        />
        <Figure
          label="Tail exponent"
          value={formatDecimal(tail.exponent, 2)}
          unit={`± ${formatDecimal(1.645 * tail.error, 2)}`}
          source={
            tail.isParetoLevy ? 'from 1 to 2, as in real markets, within its error' : 'outside of 1 to 2'
          }
        />
      </Figures>
      <p className="mt-2 max-w-prose text-sm text-muted">
        {said[against]} of the three tests of Cong, Li, Tang and Yang (2023){' '}
        {against > 1 ? 'speak' : 'speaks'} against the prices of its {formatCount(n)} sales, in whole dollars.
        They judge a whole market, never one sale, and a market of few models can fail them honestly. The tail
        is the weakest of the three: on an exchange whose wash trades are known it spoke the other way (Aloosh
        and Li, 2024).
      </p>
    </div>
  )
}

const said = ['None', 'One', 'Two', 'All']

/** Below it a chance has no figure that says more. */
const LEAST = 0.001

function pWords(p: number): string {
  return p < LEAST ? `below ${formatSignificant(LEAST, 1)}` : formatSignificant(p, 2)
}

/** Where every window says the same, t has no bound. */
const MOST = 99

function tWords(t: number): string {
  if (Math.abs(t) <= MOST) return formatDecimal(t, 2)
  return t > 0 ? `over ${formatCount(MOST)}` : `below −${formatCount(MOST)}`
}
