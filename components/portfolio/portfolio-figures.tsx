import Link from 'next/link'
import { Figure, Figures } from '@/components/ui'
import { formatCount, formatExact, formatUnits } from '@/lib/core/format'
import type { PartialSum } from '@/lib/market/cost-basis'
import type { Portfolio } from '@/lib/market/portfolio'
import { Gain } from './gain'

/** The sums of a portfolio; each says what it could not count. */
export function PortfolioFigures({ portfolio }: { portfolio: Portfolio }) {
  const { held, ended, totals } = portfolio
  const sold = ended.filter(({ disposed }) => disposed.kind === 'sold').length
  return (
    <Figures>
      <Figure label="Positions held" value={formatCount(held.length)} source="by the public record" />
      <Sum
        label="Worth now"
        of={totals.worth}
        counts="sum of expected present values"
        lacks="not valued yet"
      />
      <Sum
        label="Paid for them"
        of={totals.cost}
        counts="prices on record, fees included"
        lacks="without a price"
      />
      <Figure
        label="Unrealised"
        value={totals.unrealised.counted === 0 ? '–' : <Gain amount={totals.unrealised.sum} />}
        source={says(totals.unrealised, 'worth now less paid', 'without a price or value')}
      />
      <Figure
        label="Realised"
        value={totals.realised.counted === 0 ? '–' : <Gain amount={totals.realised.sum} />}
        source={
          sold === 0
            ? 'nothing sold yet'
            : says(totals.realised, `received less paid, ${formatCount(sold)} sold`, 'without a cost')
        }
      />
      <Figure
        label="Earned"
        value={formatUnits(totals.earned.all)}
        exact={`${formatExact(totals.earned.all, 6)} dollars`}
        source={
          totals.earned.all === 0n ? (
            'no rewards yet'
          ) : (
            <>
              <Link href={`/claim?account=${portfolio.account}`} className="link">
                {formatUnits(totals.earned.claimable)} to claim
              </Link>
              , {formatUnits(totals.earned.accruing)} accruing
            </>
          )
        }
      />
    </Figures>
  )
}

function Sum({ label, of, counts, lacks }: { label: string; of: PartialSum; counts: string; lacks: string }) {
  return (
    <Figure
      label={label}
      value={of.counted === 0 ? '–' : formatUnits(of.sum)}
      exact={`${formatExact(of.sum, 6)} dollars`}
      source={says(of, counts, lacks)}
    />
  )
}

function says({ counted, unknown }: PartialSum, counts: string, lacks: string): string {
  if (unknown === 0) return counts
  return counted === 0
    ? `${formatCount(unknown)} ${lacks}`
    : `${counts}; ${formatCount(unknown)} ${lacks} left out`
}
