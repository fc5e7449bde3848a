import { z } from 'zod'
import { type Observation, observedMeasures } from '@/lib/market/observations/observation'
import type { Reading } from '../adapter'
import { SourceAnswerError } from '../errors'
import { figure, networkSlug } from '../figures'
import { periodSchema, readPeriod } from './period'
import { pointer, valueAt } from './pointer'

/** Where an endpoint's answer holds what. Pointers but `rows` begin at a row. */
export const mappingSchema = z.strictObject({
  /** to the list of rows */
  rows: pointer,
  network: z.union([z.strictObject({ is: networkSlug }), z.strictObject({ at: pointer })]),
  period: periodSchema,
  /** when the row was published, ISO 8601; the moment of reading unless mapped */
  publishedAt: pointer.optional(),
  figures: z.partialRecord(z.enum(observedMeasures), pointer),
})
export type Mapping = z.output<typeof mappingSchema>

const answeredFigure = z
  .union([z.string(), z.number().transform(String)])
  .pipe(figure)
  .nullish()
  .transform((text) => text ?? undefined)

/**
 * An endpoint's answer → what it says. A row that breaks the rules is left out, with its place and the reason. Pure.
 * @throws SourceAnswerError when there is no list of rows where the mapping says
 */
export function mapAnswer(
  answer: unknown,
  mapping: Mapping,
  readAt: Date,
): Pick<Reading, 'observations' | 'refused'> {
  const rows = valueAt(answer, mapping.rows)
  if (!Array.isArray(rows))
    throw new SourceAnswerError(`The answer holds no list at “${mapping.rows || 'its root'}”.`)
  const reading: Pick<Reading, 'observations' | 'refused'> = { observations: [], refused: [] }
  for (const [index, row] of rows.entries())
    try {
      reading.observations.push(...mapRow(row, mapping, readAt))
    } catch (error) {
      if (!(error instanceof SourceAnswerError)) throw error
      reading.refused.push({ place: `row ${index + 1}`, reason: error.message })
    }
  return reading
}

function mapRow(row: unknown, mapping: Mapping, readAt: Date): Observation[] {
  const { network, period, publishedAt, figures } = mapping
  const slug = networkSlug.safeParse('is' in network ? network.is : valueAt(row, network.at))
  if (!slug.success) throw new SourceAnswerError('It names no network.')
  const day = readPeriod(valueAt(row, period.at), period)
  if (day === undefined) throw new SourceAnswerError(`Its period is not ${period.as}.`)
  const published = publishedAt === undefined ? undefined : valueAt(row, publishedAt)
  const knownAt = published === undefined || published === null ? readAt : new Date(String(published))
  if (Number.isNaN(knownAt.getTime())) throw new SourceAnswerError('Its date of publication is not one.')
  return Object.entries(figures).map(([name, at]) => {
    const measure = name as keyof typeof figures
    const value = answeredFigure.safeParse(valueAt(row, at))
    if (!value.success) throw new SourceAnswerError(`Its ${measure} is not a figure of at least zero.`)
    // a price of 0 was rounded away
    const isUnknown = measure === 'token_price_usd' && Number(value.data) === 0
    return {
      network: slug.data,
      measure,
      span: period.span,
      period: day,
      value: isUnknown ? undefined : value.data,
      knownAt,
    }
  })
}
