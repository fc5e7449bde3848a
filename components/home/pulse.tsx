import { Figure, Figures, Skeleton, Time } from '@/components/ui'
import { formatCount, formatUnits } from '@/lib/core/format'
import type { Pulse as Figuring } from '@/lib/market/pulse'
import { Moved } from './moved'

/** The market in a row of figures; one that moves while it is looked at shows that it did. */
export function Pulse({ pulse }: { pulse: Figuring }) {
  const { positions, forSale, asked, sales, salesThisWeek, volume, networks, head, now } = pulse
  return (
    <Figures>
      <Figure label="For sale now" value={<Moved>{formatCount(forSale)}</Moved>} />
      <Figure label="Asked for them" value={<Moved>{formatUnits(asked)}</Moved>} />
      <Figure
        label="Positions"
        value={<Moved>{formatCount(positions)}</Moved>}
        unit={`in ${formatCount(networks)} networks`}
      />
      <Figure
        label="Sales"
        value={<Moved>{formatCount(sales)}</Moved>}
        unit={`${formatCount(salesThisWeek)} in 7 days`}
      />
      <Figure label="Paid in sales" value={<Moved>{formatUnits(volume)}</Moved>} />
      <Figure
        label="Read to block"
        value={head ? formatCount(head.block) : '–'}
        unit={head && <Time at={head.time} now={now} />}
      />
    </Figures>
  )
}

export function PulseSkeleton() {
  return (
    <Figures>
      {['for sale', 'asked', 'positions', 'sales', 'paid', 'block'].map((name) => (
        <div key={name} className="h-[2.875rem] space-y-2">
          <Skeleton className="h-3 w-20" />
          <Skeleton className="h-5 w-14" />
        </div>
      ))}
    </Figures>
  )
}
