import { LEAST_CLEAN_SALES } from '@/lib/market/reference-price/reference-price'

/** How reference prices are made, for whoever wants to check them. */
export function ReferenceMethod() {
  return (
    <details className="mt-3">
      <summary className="cursor-pointer text-sm text-muted hover:text-ink">
        How it is made, and what it withstands
      </summary>
      <div className="mt-2 max-w-prose space-y-2 text-sm text-muted">
        <p>
          The median of the sales of a year, each counting half as much for every thirty days of its age, no
          account and no position with more than a fifth of the weight. No figure is shown below{' '}
          {LEAST_CLEAN_SALES} clean sales: of four, the cheapest and the dearest hold the median only seven
          times in eight, so there is no 90 % interval.
        </p>
        <p>
          A sale is left out when buyer and seller are one account, when the position comes back within thirty
          days, or when a fifth of the price can be followed from the seller to the buyer, or to both from one
          account, through up to two others. It stays on the record with its mark.
        </p>
        <p>
          Whoever splits himself over wallets that nothing links passes every test. The cost of moving the
          price by 5 % is what is left to him: the fewest sales that do it, found by computing the price with
          them, and the fee of each. Gas and the price of unlinked money come on top; the capital is tied up,
          not lost. Whoever receives the fees pays none of it.
        </p>
      </div>
    </details>
  )
}
