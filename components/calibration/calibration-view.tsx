import Link from 'next/link'
import { Figure, Figures, PageTitle, Section } from '@/components/ui'
import { formatPercent } from '@/lib/core/format'
import type { CalibrationReport } from '@/lib/valuation/forecast/calibration-report'
import type { CashReport } from '@/lib/valuation/forecast/cash-report'
import { CashCoverage } from './cash-coverage'
import { MissesTable } from './misses-table'
import { NetworksCoverage } from './networks-coverage'
import { ReliabilityDiagram } from './reliability-diagram'
import { ScoresTable } from './scores-table'

const percent = (share: number) => formatPercent(share * 100, 1)

/** Stated intervals against what happened; what failed stands before what went well. */
export function CalibrationView({
  calibration: { day, networks, operators, cash },
}: {
  calibration: {
    day: string
    networks: CalibrationReport
    operators: CalibrationReport
    cash: { networks: CashReport; operators: CashReport }
  }
}) {
  const forecasts = networks.horizons.reduce((sum, { n }) => sum + n, 0)
  return (
    <div className="pb-16">
      <PageTitle title="Calibration">
        A value rests on a forecast of rewards with a 90% interval. Here is how often what happened fell into
        it, on {forecasts} past forecasts of real networks, each made from what was known at the time with
        constants fitted without that network.
      </PageTitle>
      <Figures className="mb-10">
        {networks.horizons.map(({ months, coverage, coverageInterval, n }) => (
          <Figure
            key={months}
            size="lg"
            label={`Inside, ${months} ${months === 1 ? 'month' : 'months'} ahead`}
            value={percent(coverage)}
            source={`stated 90%; ${percent(coverageInterval.low)} – ${percent(coverageInterval.high)} by block bootstrap, ${n} forecasts`}
          />
        ))}
      </Figures>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
        <Section
          title="Where it failed"
          note={`${networks.misses.length} outcomes outside their interval, the furthest first`}
        >
          <MissesTable misses={networks.misses} />
        </Section>
        <Section title="By network" note="least covered first">
          <NetworksCoverage report={networks} />
        </Section>
        <Section
          title="Values’ own intervals: the cash that came"
          note="stated at a month’s end from what was known then, failures first"
        >
          <p className="mb-4 max-w-prose text-muted">
            The engine’s P5 and P95 of the cash a node brings over the next months, rewards less running cost,
            against what it brought: a network’s average node from its sixth known month on. Wherever these
            intervals hold too little, so do the values’ above them. Spread is taken with constants fitted
            without the network; running costs, shares kept and the pool’s weight are today’s assumptions, at
            every origin. Intervals of the coverage are by block bootstrap.
          </p>
          <CashCoverage report={cash.networks} kind="Network" />
          <p className="mt-8 mb-4 max-w-prose text-muted">
            Relay operators, at the running cost published for each. Six months of history leave one and three
            months ahead; six and twelve cannot be checked. Their costs are known within a wide range alone,
            and nodes that earn nothing beyond them are certain to be inside.
          </p>
          <CashCoverage report={cash.operators} kind="Operator" />
        </Section>
        <Section
          title="Stated against happened"
          note="On the diagonal, things came out as often as they were said to"
        >
          <ReliabilityDiagram reliability={networks.reliability} />
        </Section>
        <Section
          title="Scores beside a random walk’s"
          note="on the natural-log scale; lower is better, but for coverage"
        >
          <ScoresTable report={networks} caption="Scores of the network forecasts" />
        </Section>
        <Section
          title="Relay operators"
          note="six months of history; forecast from the third, constants fitted on other operators"
        >
          <ScoresTable report={operators} caption="Scores of the operator forecasts" />
        </Section>
        <Section title="What this does and does not show">
          <div className="max-w-prose space-y-2 text-muted">
            <p>
              Rewards can be checked against what was published. Resale prices of devices are not public: the
              value itself cannot be checked this way, and no figure here says that somebody would pay it.
            </p>
            <p>
              Ten of the networks have long enough histories with known node counts to be scored; months next
              to each other share their outcomes, which is why the intervals are wide. The networks were known
              when the method was chosen; a network or month that nobody has seen is the better test.
            </p>
            <p>
              Backtest of {day}, on 1kx-network/depin_tokenomics, commit{' '}
              <span className="figures">ff2e881</span>. <span className="figures">npm run calibration</span>{' '}
              repeats it.{' '}
              <Link className="link" href="/method">
                How values are computed
              </Link>
            </p>
          </div>
        </Section>
      </div>
    </div>
  )
}
