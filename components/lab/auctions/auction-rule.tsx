import { Section } from '@/components/ui'

/** The batch auction's rule word for word as a contract will be held to it, and the others' in a sentence. */
export function AuctionRule() {
  return (
    <Section
      id="method"
      title="The rule of the one price"
      note="whole numbers throughout; a contract is held to it"
    >
      <ol className="max-w-prose list-decimal space-y-1.5 pl-5 text-sm">
        <li>Asks below the reserve count as asks at the reserve.</li>
        <li>
          Volume is the greatest that any price allows: over all prices, the most of the lesser of demand and
          supply.
        </li>
        <li>
          Of the prices of that volume those count that leave least unfilled. Where demand is left over, the
          highest of them is taken; where supply is left over, the lowest; where nothing is, the middle,
          rounded down. If the least can be left on either side, it is left with the buyers.
        </li>
        <li>
          Orders better than the price fill whole. Orders at the price on the longer side share what is left
          pro rata, each share rounded down; the units that rounding leaves go one each in the order of the
          orders’ ids.
        </li>
      </ol>
      <div className="mt-4 max-w-prose space-y-2 text-sm text-muted">
        <p>
          No buyer pays more than bid, no seller gets less than asked or the reserve, and the result does not
          hang on the order in which orders came. One price does not make the truth everyone’s best word: the
          order at the margin moves the price.
        </p>
        <p>
          McAfee (1992): with k trades possible, all are made at the middle of the next bid and ask if that
          lies between the k-th two; else k − 1 are, at the k-th bid and ask. An order of several units counts
          as as many traders there, for whom together the promise of truth does not hold. Vickrey, Clarke and
          Groves: units go where they are bid for most, each order pays what the other buyers lose by it, and
          the sellers of its units get their asks and equal parts of the rest; asks are reserves. Of orders
          alike, the first id trades. Myerson (1981): the reserve at which a bidder’s virtual value v − (1 −
          F)/f is what keeping the unit is worth, values uniform between the two figures.
        </p>
        <p>
          Positions of a network count as alike here. On the market each order names one position, and its
          value interval stands beside the price.
        </p>
      </div>
    </Section>
  )
}
