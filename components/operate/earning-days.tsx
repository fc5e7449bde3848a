import { Earned } from '@/components/portfolio/earned'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatCount, formatUnits } from '@/lib/core/format'
import { EARNING_DAYS, type OperatePage } from '@/lib/market/operate-page'

const DAY_MS = 86_400_000

/** Earnings of the last 30 UTC days as bars, and as a table for whoever wants the figures. */
export function EarningDays({ days, now }: { days: OperatePage['days']; now: Date }) {
  const byDay = new Map(days.map((it) => [it.day, it]))
  const all = Array.from({ length: EARNING_DAYS }, (_, index) => {
    const day = new Date(now.getTime() - (EARNING_DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10)
    return { day, earned: byDay.get(day)?.earned ?? 0n }
  })
  const [most = 1n] = all.map(({ earned }) => earned || 1n).sort((a, b) => (a < b ? 1 : -1))
  const sum = days.reduce((total, { earned }) => total + earned, 0n)
  const words = `Earned by day over the last ${EARNING_DAYS} days, ${formatUnits(sum)} in all; the most in a day ${formatUnits(most)}`
  return (
    <div>
      <svg
        role="img"
        aria-label={words}
        viewBox={`0 0 ${EARNING_DAYS * 10} 64`}
        preserveAspectRatio="none"
        className="h-24 w-full"
      >
        {all.map(({ day, earned }, index) => {
          const height = earned === 0n ? 0 : Math.max(1, Number((earned * 60n) / most))
          return (
            <rect key={day} x={index * 10 + 1} y={62 - height} width={8} height={height} className="fill-ink">
              <title>{`${day}: ${formatUnits(earned)}`}</title>
            </rect>
          )
        })}
        <line x1="0" x2={EARNING_DAYS * 10} y1="63" y2="63" className="stroke-rule" strokeWidth="1" />
      </svg>
      <p className="flex justify-between text-xs text-muted">
        <span>{all[0]?.day}</span>
        <span>{all.at(-1)?.day}, so far</span>
      </p>
      {days.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="w-fit cursor-pointer text-muted hover:text-ink">Show as a table</summary>
          <Table caption="Earned by UTC day, newest first">
            <thead>
              <tr>
                <Th>Day, UTC</Th>
                <Th numeric>Devices</Th>
                <Th numeric>Earned</Th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, earned, devices }) => (
                <Tr key={day}>
                  <Td className="figures">{day}</Td>
                  <Td numeric>{formatCount(devices)}</Td>
                  <Td numeric>
                    <Earned amount={earned} />
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </details>
      )}
    </div>
  )
}
