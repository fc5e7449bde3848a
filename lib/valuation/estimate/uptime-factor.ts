import type { Figure } from '../inputs'

/** Days of heartbeats that count as much as the network's typical uptime does. */
const PRIOR_DAYS = 30

/**
 * A device's uptime over the typical one. The network's reward per node has the typical uptime in it already, so a
 * device of unknown uptime stands at 1.
 */
export function uptimeFactor(uptime: { days: number; share: number } | null, typical: Figure): Figure {
  if (uptime === null || uptime.days === 0)
    return { value: 1, source: 'assumption', note: 'uptime unknown: taken as typical' }
  const weight = uptime.days / (uptime.days + PRIOR_DAYS)
  return {
    value: 1 + weight * (Math.min(uptime.share, 1) / typical.value - 1),
    source: 'observed',
    note: `${uptime.days} days of heartbeats, drawn towards ${typical.value}`,
  }
}
