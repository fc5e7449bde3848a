import { DayBars } from '@/components/charts/day-bars'
import { AsTable, Table, Td, Th, Tr } from '@/components/ui'
import { formatFixed, formatPercent } from '@/lib/core/format'
import type { PositionPage } from '@/lib/market/position-page'
import { calendarOf, type UptimeDay } from '@/lib/market/uptime-day'

/** What the device itself has reported, day by day; silence is shown as silence. */
export function UptimeSection({ page }: { page: Pick<PositionPage, 'uptime' | 'facts' | 'now'> }) {
  const days = calendarOf(page.uptime, page.now)
  if (days.length === 0)
    return (
      <p className="max-w-prose text-muted">
        This device has sent no report here, so nothing is known of its uptime, and its value takes it as
        typical.{' '}
        {page.facts.isDemonstration
          ? 'It is a demonstration: there is no machine behind it to report.'
          : 'Its operator makes it report with the device agent.'}
      </p>
    )
  const seconds = page.uptime.reduce((sum, day) => sum + day.seconds, 0)
  const silent = days.filter(({ reported }) => !reported).length
  const share = formatPercent((seconds / (days.length * 86_400)) * 100, 1)
  return (
    <figure>
      <figcaption className="mb-3 flex flex-wrap justify-between gap-x-6 gap-y-1 text-sm text-muted">
        <span>Hours in service a day (UTC), as signed by the device</span>
        <span>
          <span className="figures text-ink">{share}</span> of {days.length} days
          {silent > 0 && `, ${silent} of them without a report`}
        </span>
      </figcaption>
      <DayBars
        bars={days.map(({ day, reported }) => ({ day, value: reported ? reported.seconds / 3_600 : null }))}
        most={24}
        unit="h"
        label={`Hours in service by day: ${share} of ${days.length} days`}
      />
      <p className="mt-2 text-xs text-muted">
        Source: the device’s hourly reports, each checked against its key when it arrived. An hour without a
        report counts as out of service; today is not over yet.
      </p>
      <AsTable>
        <DaysTable days={days.flatMap(({ reported }) => (reported ? [reported] : []))} />
      </AsTable>
    </figure>
  )
}

function DaysTable({ days }: { days: readonly UptimeDay[] }) {
  return (
    <Table still caption="Uptime by day">
      <thead>
        <tr>
          <Th>Day</Th>
          <Th numeric>Hours reported</Th>
          <Th numeric>Hours in service</Th>
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map(({ day, reports, seconds }) => (
          <Tr key={day}>
            <Td className="figures text-sm">{day}</Td>
            <Td numeric>{reports}</Td>
            <Td numeric title={`${seconds} seconds`}>
              {formatFixed(seconds / 3_600, 2)}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
