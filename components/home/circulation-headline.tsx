import Link from 'next/link'
import { deciders, monthlyGain } from '@/components/lab/circulation-words'
import { formatCompact, formatCount, formatMonth } from '@/lib/core/format'
import type { CirculationRange } from '@/lib/mechanism/allocation/circulation-range'

export type CirculationHeadlineView = CirculationRange & {
  networks: number
  devices: number
  poolsUsd: number
  from: string
  to: string
}

/** What all devices would gain if they could move freely, as a range over what nobody knows, and what decides it. */
export function CirculationHeadline({ gap }: { gap: CirculationHeadlineView }) {
  const [decider] = gap.swings
  return (
    <section
      aria-labelledby="circulation-gap"
      className="grid gap-x-10 gap-y-2 border-t border-ink pt-3 lg:grid-cols-[auto_minmax(0,1fr)]"
    >
      <div>
        <h2 id="circulation-gap" className="text-sm text-muted">
          Circulation gap, a month
        </h2>
        <p className="figures text-2xl whitespace-nowrap">
          {monthlyGain(gap.lowUsd)} … {monthlyGain(gap.highUsd)}
        </p>
      </div>
      <p className="max-w-prose text-sm text-muted lg:pt-1">
        What {formatCount(gap.devices)} devices of {formatCount(gap.networks)} networks, paid $
        {formatCompact(gap.poolsUsd)} a month, would gain together if they could move freely, the dilution
        where they arrive included; a range over assumptions.{' '}
        {decider && `What decides it is ${deciders[decider.name]}`}: with every pool fixed moving creates
        nothing but its cost, {monthlyGain(gap.fixedLowUsd)} … {monthlyGain(gap.fixedHighUsd)}.{' '}
        <span className="whitespace-nowrap">
          Figures of {formatMonth(gap.from)} to {formatMonth(gap.to)}.
        </span>{' '}
        <Link href="/lab/circulation" className="link">
          Method and cases
        </Link>
      </p>
    </section>
  )
}
