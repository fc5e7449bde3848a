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
          <span className="text-ink">Paid</span> is the median price of the sales of a year, each counting
          half as much for every thirty days of its age; of the weight the middle fifth is averaged, so that
          no grain moves it by a step. <span className="text-ink">Of value</span> is the median of price over
          value, by the receipt that stood when each was sold, and weighs a sale by that value besides. A
          share of value times a position’s own value is what others paid for one like it, however devices
          differ. Where a device has both, the one with the narrower interval stands.
        </p>
        <p>
          No sale enters a valuation, so prices cannot feed on themselves. A sale without a receipt of today’s
          model, from before it or within a day after, is counted in dollars only. No figure is shown below{' '}
          {LEAST_CLEAN_SALES} clean sales: of four, the cheapest and the dearest hold the median only seven
          times in eight, so there is no 90% interval.
        </p>
        <p>
          A sale is left out when buyer and seller are one account, when the position comes back within thirty
          days, or when a fifth of the price can be followed from the seller to the buyer, or to both from one
          account, through up to two others. It stays on the record with its mark. A position that comes back
          later counts the less the sooner it did, and whole after a year. A position is heard once, however
          often it was sold, and no account and no position has more than a fifth of the weight.
        </p>
        <p>
          Whoever splits himself over wallets that nothing links passes every test. The cost of moving a
          figure by 5% is what is left to him: the least that does it, found by computing the figure with it.
          He loses the fees and must own the positions. Gas and the price of unlinked money come on top.
          Whoever receives the fees pays none of them.
        </p>
      </div>
    </details>
  )
}
