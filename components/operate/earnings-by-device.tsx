import { Earned } from '@/components/portfolio/earned'
import { NetworkName, PositionName } from '@/components/portfolio/named-position'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatUnits } from '@/lib/core/format'
import { EARNING_DAYS, type EarningsOfDevice } from '@/lib/market/operate-page'

const DAY_MS = 86_400_000
/** Days that stand as figures of their own, beside the bars of all of them. */
const FIGURES = 7

/** What each device earned by UTC day: the last week in figures, all 30 days as bars on one scale, and their sum. */
export function EarningsByDevice({ devices, now }: { devices: readonly EarningsOfDevice[]; now: Date }) {
  if (devices.length === 0)
    return (
      <p className="text-sm text-muted">
        None of these devices earned anything in the last {EARNING_DAYS} days.
      </p>
    )
  const days = Array.from({ length: EARNING_DAYS }, (_, index) =>
    new Date(now.getTime() - (EARNING_DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  )
  const most = highest(devices.flatMap((it) => it.days)) || 1n
  return (
    <Table caption={`Earned by device and UTC day, the last ${EARNING_DAYS} days`}>
      <thead>
        <tr>
          <Th>Device</Th>
          <Th className="max-lg:hidden">Network</Th>
          <Th className="max-sm:hidden">{EARNING_DAYS} days</Th>
          {days.slice(-FIGURES).map((day, index) => (
            <Th key={day} numeric className="figures max-xl:hidden">
              {index === FIGURES - 1 ? 'today' : day.slice(5)}
            </Th>
          ))}
          <Th numeric>{EARNING_DAYS} d</Th>
        </tr>
      </thead>
      <tbody>
        {devices.map((device) => (
          <Tr key={device.positionId} data-earned={device.positionId} className="hover:bg-sunken">
            <Td className="max-w-56">
              <PositionName position={device} />
            </Td>
            <Td className="whitespace-nowrap max-lg:hidden">
              <NetworkName network={device.network} />
            </Td>
            <Td className="max-sm:hidden">
              <Bars days={device.days} names={days} most={most} />
            </Td>
            {device.days.slice(-FIGURES).map((earned, index) => (
              <Td key={days[EARNING_DAYS - FIGURES + index]} numeric className="max-xl:hidden">
                {earned === 0n ? <span className="text-muted">–</span> : <Earned amount={earned} />}
              </Td>
            ))}
            <Td numeric className="font-medium">
              <Earned amount={device.sum} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function Bars({
  days,
  names,
  most,
}: {
  days: readonly bigint[]
  names: readonly string[]
  /** most that any device earned in a day: the scale of all rows */
  most: bigint
}) {
  const active = days.filter((earned) => earned > 0n).length
  const best = highest(days)
  return (
    <svg
      role="img"
      aria-label={`Earned on ${active} of ${days.length} days, at most ${formatUnits(best)} in a day`}
      viewBox={`0 0 ${days.length * 4} 20`}
      className="block h-5 w-30"
    >
      {days.map((earned, index) => {
        const height = earned === 0n ? 0 : Math.max(1, Number((earned * 18n) / most))
        return (
          <rect
            key={names[index]}
            x={index * 4}
            y={19 - height}
            width={3}
            height={height}
            className="fill-ink"
          >
            <title>{`${names[index]}: ${formatUnits(earned)}`}</title>
          </rect>
        )
      })}
      <line x1="0" x2={days.length * 4} y1="19.5" y2="19.5" className="stroke-rule" strokeWidth="1" />
    </svg>
  )
}

function highest(amounts: readonly bigint[]): bigint {
  let most = 0n
  for (const amount of amounts) if (amount > most) most = amount
  return most
}
