import { z } from 'zod'
import { measureIds } from '@/lib/market/statistics/measures'
import { moment, slug } from './values'

const measure = z
  .enum(measureIds)
  .meta({ id: 'StatisticMeasure', description: 'A public statistic, by name.' })

const finite = z.number()

const asOf = z
  .string()
  .regex(/^\d{4}-\d{2}($|-\d{2}T)/)
  .describe('What it is of: YYYY-MM of a published month, or a moment as ISO 8601 in UTC.')

const statistic = z
  .strictObject({
    measure,
    name: z.string(),
    unit: z.string().describe('A share or a change of 1 is 100 %; a phase’s value is a log growth.'),
    method: z.string().describe('How it is made, so that it can be made again.'),
    value: finite.nullable(),
    low: finite.nullable().describe('lower end of its 90 % interval, where it has one'),
    high: finite.nullable(),
    says: z.string().nullable().describe('What is said in place of a number or beside it: a phase, “never”.'),
    asOf,
    source: z.string().min(1),
    sample: z.int().nullable().describe('how many months, sales, positions or forecasts it rests on'),
    note: z
      .string()
      .nullable()
      .describe('What to know before using it; why none is shown where there is none.'),
  })
  .meta({
    id: 'Statistic',
    description: 'The newest figure of a measure. Where `value` and `says` are null, `note` tells why.',
  })

const point = z
  .strictObject({
    measure,
    at: z.iso.date().describe('the first day of a month, or a day'),
    value: finite,
    low: finite.nullable(),
    high: finite.nullable(),
    says: z.string().nullable(),
  })
  .meta({ id: 'StatisticPoint', description: 'What a measure was in a month, or on a day.' })

export const networkStatistics = z
  .strictObject({
    network: slug.describe('`all` for all networks together'),
    computedAt: moment.nullable().describe('when the worker last kept them; null before it ran'),
    statistics: z.array(statistic),
    history: z.array(point).describe('oldest first, by measure'),
  })
  .meta({ id: 'NetworkStatistics', description: 'The public statistics of a network, or of all together.' })
