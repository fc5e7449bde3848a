import { InvalidInputError } from '@/lib/core/errors'
import { power } from '@/lib/math/elementary/power'

/** How many tokens a network mints in an epoch. Amounts in tokens, times in epochs. */
export type EmissionSchedule =
  /** the same each epoch until the cap is minted */
  | { kind: 'capped'; perEpoch: number; cap: number }
  /** the same each epoch, halved every `every` epochs */
  | { kind: 'halving'; perEpoch: number; every: number }
  /** each epoch's is `ratio` times the one before, never below `tail` */
  | { kind: 'decaying'; perEpoch: number; ratio: number; tail?: number }
  /** `share` of the tokens burnt in the epoch, between floor and ceiling: net-emission rules, proof of demand */
  | { kind: 'demand-linked'; share: number; floor: number; ceiling: number }

export type EmissionState = {
  /** epochs since the start, from 0 */
  epoch: number
  /** tokens minted before this epoch */
  minted: number
  /** tokens burnt in this epoch */
  burnt: number
}

/** Tokens to mint in this epoch. @throws InvalidInputError when a figure of the schedule is out of range */
export function emission(schedule: EmissionSchedule, { epoch, minted, burnt }: EmissionState): number {
  checkSchedule(schedule)
  switch (schedule.kind) {
    case 'capped':
      return Math.max(0, Math.min(schedule.perEpoch, schedule.cap - minted))
    case 'halving':
      return schedule.perEpoch * power(0.5, Math.floor(epoch / schedule.every))
    case 'decaying':
      return Math.max(schedule.tail ?? 0, schedule.perEpoch * power(schedule.ratio, epoch))
    case 'demand-linked':
      return Math.min(schedule.ceiling, Math.max(schedule.floor, schedule.share * burnt))
  }
}

/** All that a schedule will ever mint; infinite where nothing ends it. */
export function totalEmission(schedule: EmissionSchedule): number {
  checkSchedule(schedule)
  switch (schedule.kind) {
    case 'capped':
      return schedule.perEpoch === 0 ? 0 : schedule.cap
    case 'halving':
      return 2 * schedule.every * schedule.perEpoch
    case 'decaying':
      return schedule.tail || schedule.ratio === 1
        ? Number.POSITIVE_INFINITY
        : schedule.perEpoch / (1 - schedule.ratio)
    case 'demand-linked':
      return schedule.ceiling === 0 ? 0 : Number.POSITIVE_INFINITY
  }
}

export function checkSchedule(schedule: EmissionSchedule): void {
  const { kind, ...figures } = schedule
  if (!Object.values(figures).every((value) => value >= 0 && value < 1e18))
    throw new InvalidInputError('The figures of an emission schedule are not below zero.')
  if (kind === 'halving' && !(Number.isInteger(schedule.every) && schedule.every >= 1))
    throw new InvalidInputError('Emission is halved every so many whole epochs, at least one.')
  if (kind === 'decaying' && schedule.ratio > 1)
    throw new InvalidInputError('The ratio of a decaying emission is at most one.')
  if (kind === 'demand-linked' && schedule.floor > schedule.ceiling)
    throw new InvalidInputError('The floor of an emission is not above its ceiling.')
}
