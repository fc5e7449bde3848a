import { z } from 'zod'
import { observedMeasures } from '@/lib/market/observations/observation'
import { publication } from './source'
import { decimal, moment } from './values'

const said = {
  value: decimal.nullable().describe('Null: the source said that it does not know.'),
  source: publication,
  knownAt: moment.describe('when the source published it where it says so, else when it was read'),
  recordedAt: moment.describe('when it was put on record here'),
}

export const measure = z
  .enum(observedMeasures)
  .meta({ id: 'Measure', description: 'Dollars are US dollars; tokens and supply are whole tokens.' })

export const observation = z
  .strictObject({
    measure,
    span: z.enum(['month', 'day']),
    period: z.iso.date().describe('the day, or the first day of the month'),
    ...said,
    revised: z.array(z.strictObject(said)).describe('what the same source said before, newest first'),
    contradicted: z
      .array(z.strictObject(said))
      .describe('what other sources say, where they differ by more than 0.5 %'),
  })
  .meta({ id: 'Observation', description: 'A published figure as it was known at a moment.' })
