import Link from 'next/link'
import { CirculationAxis } from '@/components/lab/circulation-axis'
import { deciders, monthlyGain } from '@/components/lab/circulation-words'
import { formatCompact, formatMonth } from '@/lib/core/format'
import { type CirculationRange, circulationByLevel } from '@/lib/mechanism/allocation/circulation-range'

export type CirculationHeadlineView = CirculationRange & {
  networks: number
  devices: number
  poolsUsd: number
  from: string
  to: string
}

/** What all devices would gain if they could move freely, as a range over what nobody knows, and what it hangs on. */
export function CirculationHeadline({ gap }: { gap: CirculationHeadlineView }) {
  const [decider] = gap.swings
  return (
    <section
      aria-labelledby="circulation-gap"
      className="grid gap-x-12 gap-y-4 border-t border-ink pt-3 lg:grid-cols-[25rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id="circulation-gap" className="text-base font-medium">
          Circulation gap
        </h2>
        <p className="mt-1">
          <span className="figures text-2xl whitespace-nowrap">
            {monthlyGain(gap.lowUsd)} … {monthlyGain(gap.highUsd)}
          </span>{' '}
          <span className="text-sm text-muted">a month</span>
        </p>
        <p className="mt-1 max-w-prose text-sm text-muted">
          What {formatCompact(gap.devices)} devices of {gap.networks} networks, paid $
          {formatCompact(gap.poolsUsd)} a month where they stand, would gain together if each could move to
          where it earns most: moves paid, dilution where they arrive counted.
        </p>
      </div>
      <div className="min-w-0">
        {decider && (
          <>
            <h3 className="mb-1.5">It hangs on {deciders[decider.name]}</h3>
            <CirculationAxis name={decider.name} levels={circulationByLevel(gap.cases, decider.name)} />
          </>
        )}
        <p className="mt-1 text-xs text-muted">
          Line: over what a move costs, which devices can, and what they would earn there; tick: as assumed.
          Figures of {formatMonth(gap.from)} to {formatMonth(gap.to)}.{' '}
          <Link prefetch={false} href="/lab/circulation" className="link whitespace-nowrap">
            Method, networks and files
          </Link>
        </p>
      </div>
    </section>
  )
}
