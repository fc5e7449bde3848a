import { formatChange, formatUsd } from '@/lib/core/format'
import type { Implied } from '@/lib/valuation/engine/implied'

/** What would have to be true for the asking price to be the value. */
export function ImpliedByPrice({
  price,
  value,
  implied,
  assumed,
}: {
  /** USD */
  price: number
  value: number
  implied: Implied
  /** what the valuation takes */
  assumed: { growth: number; requiredReturn: number }
}) {
  return (
    <div className="max-w-prose">
      <p>
        At <span className="figures">{formatUsd(price)}</span> the price is{' '}
        {price > value ? 'above' : 'below'} the value. It would be the value if, all else equal,
      </p>
      <ul className="mt-2 grid gap-1.5">
        <li className="border-l border-control pl-3">
          {implied.growth === null ? (
            'no growth of rewards between −86% and +639% a year would do; or'
          ) : (
            <>
              rewards per node grew by{' '}
              <span className="figures">{formatChange(Math.exp(implied.growth) - 1)}</span> a year, before
              other devices come in, rather than by{' '}
              <span className="figures">{formatChange(Math.exp(assumed.growth) - 1)}</span>; or
            </>
          )}
        </li>
        <li className="border-l border-control pl-3">
          {implied.requiredReturn === null ? (
            'no required return between nothing and 1,000% a year would do.'
          ) : (
            <>
              the holder asked for a return of{' '}
              <span className="figures">{formatChange(implied.requiredReturn)}</span> a year rather than{' '}
              <span className="figures">{formatChange(assumed.requiredReturn)}</span>.
            </>
          )}
        </li>
      </ul>
    </div>
  )
}
