import { Tag, Time } from '@/components/ui'
import { formatPercent } from '@/lib/core/format'
import type { DeviceHealth } from '@/lib/market/device-health'

/** Whether a device reports, in a word with a shape. */
export function DeviceState({ health, now }: { health: DeviceHealth; now: Date }) {
  if (health.state === 'never')
    return (
      <span className="text-muted" title="This device has never sent a report">
        <span aria-hidden>○</span> no report yet
      </span>
    )
  if (health.state === 'silent')
    return (
      <Tag look="warning">
        silent{' '}
        {health.last && (
          <span className="ml-1">
            since <Time at={health.last} now={now} />
          </span>
        )}
      </Tag>
    )
  return (
    <span>
      <span aria-hidden className="text-gain">
        ●
      </span>{' '}
      reporting
    </span>
  )
}

/** A share of time as a percentage, to a tenth. */
export function Share({ share }: { share: number | undefined }) {
  if (share === undefined) return <span className="text-muted">–</span>
  return <>{formatPercent(Math.floor(share * 1000) / 10, 1)}</>
}
