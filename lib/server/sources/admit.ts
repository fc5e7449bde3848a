import type { Observation } from '@/lib/market/observations/observation'
import type { RefusedRow } from './adapter'

const DAY = 86_400_000

/**
 * What of a reading may be kept: figures of networks there are, of periods that have begun, known no later than now and no
 * earlier than their period's first day, and one word a figure and date of knowledge. The first word stands where one
 * reading says two; the other is refused by name. Pure.
 *
 * A day is allowed for, on both sides: a period may begin in the east before it does in UTC.
 * @param networks slugs of all networks
 * @param clock the newest moment that the source itself proves: of a chain, its last block's
 */
export function admit(
  observations: readonly Observation[],
  { networks, now, clock }: { networks: ReadonlySet<string>; now: Date; clock: Date | undefined },
): { admitted: Observation[]; refused: RefusedRow[] } {
  // the chain's clock may be ahead of ours
  const newest = Math.max(now.getTime(), clock?.getTime() ?? 0)
  const said = new Map<string, Observation>()
  const refused: RefusedRow[] = []
  for (const one of observations) {
    const begins = Date.parse(`${one.period}T00:00:00Z`) - DAY
    // a clock that runs ahead: whatever we have read is known
    const knownAt = new Date(Math.min(one.knownAt.getTime(), newest))
    const refuse = (reason: string) =>
      refused.push({ place: [one.network, one.measure, one.period].filter(Boolean).join(' '), reason })
    const key = [one.network, one.measure, one.span, one.period, knownAt.getTime()].join(' ')
    const before = said.get(key)
    if (one.network !== undefined && !networks.has(one.network)) refuse('There is no network of that name.')
    else if (begins > newest) refuse('The period has not begun.')
    else if (knownAt.getTime() < begins) refuse('It was published before its period began.')
    else if (!before) said.set(key, { ...one, knownAt })
    else if (before.value !== one.value) refuse(`A row before says ${before.value ?? 'that it is unknown'}.`)
  }
  return { admitted: [...said.values()], refused }
}
