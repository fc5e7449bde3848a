import { Figure, Figures, Skeleton, Time } from '@/components/ui'
import { formatCount, formatUnits } from '@/lib/core/format'
import type { Pulse as Figuring } from '@/lib/market/pulse'

/** The market in a row of figures. */
export function Pulse({ pulse }: { pulse: Figuring }) {
  const { positions, forSale, sales, volume, networks, head, now } = pulse
  return (
    <Figures>
      <Figure label="For sale now" value={formatCount(forSale)} />
      <Figure label="Positions" value={formatCount(positions)} />
      <Figure label="Sales" value={formatCount(sales)} />
      <Figure label="Volume" value={formatUnits(volume)} />
      <Figure label="Networks" value={formatCount(networks)} />
      <Figure
        label="Head block"
        value={head ? formatCount(head.block) : '–'}
        unit={head && <Time at={head.time} now={now} />}
      />
    </Figures>
  )
}

export function PulseSkeleton() {
  return (
    <Figures>
      {['for sale', 'positions', 'sales', 'volume', 'networks', 'head'].map((name) => (
        <div key={name} className="h-[2.875rem] space-y-2">
          <Skeleton className="h-3 w-20" />
          <Skeleton className="h-5 w-14" />
        </div>
      ))}
    </Figures>
  )
}
