import { z } from 'zod'
import { type Observation, observedMeasures } from '@/lib/market/observations/observation'
import type { Reading } from '../adapter'
import { SourceAnswerError } from '../errors'
import { figure, networkSlug } from '../figures'
import { isoMoment, periodSchema, readPeriod } from './period'
import { pointer, valueAt } from './pointer'

/** A figure in a smaller unit: cents are dollars with two decimals, wei are ether with eighteen. */
const scaled = z.strictObject({ at: pointer, decimals: z.int().min(0).max(36) })

/** Where an endpoint's answer holds what. Pointers but `rows` begin at a row. */
export const mappingSchema = z.strictObject({
  /** to the list of rows */
  rows: pointer,
  network: z.union([
    z.strictObject({ is: networkSlug }),
    // `names` translates what the endpoint calls networks; what it does not list is taken as it is
    z.strictObject({ at: pointer, names: z.record(z.string(), networkSlug).optional() }),
  ]),
  period: periodSchema,
  /** when the row was published: a day of UTC, or a moment with its offset; the moment of reading unless mapped */
  publishedAt: pointer.optional(),
  figures: z.partialRecord(z.enum(observedMeasures), z.union([pointer, scaled])),
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

function mapRow(
  row: unknown,
  { network, period, publishedAt, figures }: Mapping,
  readAt: Date,
): Observation[] {
  const slug = networkSlug.safeParse(nameOf(row, network))
  if (!slug.success) throw new SourceAnswerError('It names no network.')
  const day = readPeriod(valueAt(row, period.at), period)
  if (day === undefined) throw new SourceAnswerError(`Its period is not ${named[period.as]}.`)
  const published = publishedAt === undefined ? undefined : valueAt(row, publishedAt)
  const knownAt = publication.safeParse(published ?? readAt)
  if (!knownAt.success)
    throw new SourceAnswerError('Its date of publication is neither a day nor a moment with its offset.')
  return Object.entries(figures).map(([name, where]) => {
    const measure = name as keyof typeof figures
    const { at, decimals } = typeof where === 'string' ? { at: where, decimals: 0 } : where
    const value = answeredFigure.safeParse(valueAt(row, at))
    if (!value.success) throw new SourceAnswerError(`Its ${measure} is not a figure of at least zero.`)
    // a price of 0 was rounded away
    const said = measure === 'token_price_usd' && Number(value.data) === 0 ? undefined : value.data
    return {
      network: slug.data,
      measure,
      span: period.span,
      period: day,
      value: said === undefined ? undefined : shift(said, decimals),
      knownAt: knownAt.data,
    }
  })
}

const publication = z.union([z.date(), z.iso.date().transform((day) => new Date(day)), isoMoment])

const named: Record<Mapping['period']['as'], string> = {
  'YYYY-MM': 'YYYY-MM',
  'YYYY-MM-DD': 'YYYY-MM-DD',
  moment: 'a moment in ISO 8601 with its offset',
  unix: 'a time in seconds since 1970',
  'unix-ms': 'a time in milliseconds since 1970',
}

function nameOf(row: unknown, network: Mapping['network']): unknown {
  if ('is' in network) return network.is
  const name = valueAt(row, network.at)
  return typeof name === 'string' && network.names && Object.hasOwn(network.names, name)
    ? network.names[name]
    : name
}

/** A decimal moved by places, exactly: only its exponent changes. */
function shift(figure: string, decimals: number): string {
  if (decimals === 0) return figure
  const [digits, exponent = '0'] = figure.toLowerCase().split('e')
  return `${digits}e${Number(exponent) - decimals}`
}
