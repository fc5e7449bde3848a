import { z } from 'zod'
import { pointer } from './pointer'

/** A moment in ISO 8601. Without an offset it would be read in the machine's own time zone, so it needs one. */
export const isoMoment = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

/** Where a row names its period, and how. */
export const periodSchema = z.strictObject({
  at: pointer,
  /** `moment` is ISO 8601 with its offset; `unix` counts seconds, `unix-ms` milliseconds. Of all three the day is UTC's */
  as: z.enum(['YYYY-MM', 'YYYY-MM-DD', 'moment', 'unix', 'unix-ms']),
  span: z.enum(['month', 'day']),
})
export type PeriodMapping = z.output<typeof periodSchema>

/** A row's period → the day, or the month's first day (YYYY-MM-DD, UTC); undefined when it is neither. */
export function readPeriod(value: unknown, { as, span }: PeriodMapping): string | undefined {
  const day = dayOf(value, as)
  if (day === undefined) return undefined
  return span === 'month' ? `${day.slice(0, 7)}-01` : as === 'YYYY-MM' ? undefined : day
}

function dayOf(value: unknown, as: PeriodMapping['as']): string | undefined {
  if (as === 'YYYY-MM' || as === 'YYYY-MM-DD') {
    if (typeof value !== 'string' || value.length !== as.length) return undefined
    return isoDay(Date.parse(`${value}${as === 'YYYY-MM' ? '-01' : ''}T00:00:00Z`), value)
  }
  if (as === 'moment') {
    const moment = isoMoment.safeParse(value)
    return moment.success ? isoDay(moment.data.getTime()) : undefined
  }
  if (typeof value !== 'number') return undefined
  return isoDay(as === 'unix' ? value * 1000 : value)
}

/** Years from 2000 to 2099: what lies outside was meant otherwise. A date that does not exist is none. */
function isoDay(ms: number, text?: string): string | undefined {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return undefined
  const day = new Date(ms).toISOString().slice(0, 10)
  return day.startsWith('20') && day.startsWith(text ?? '') ? day : undefined
}
