import { measureOf, type StatisticFigure } from '@/lib/market/statistics/measures'
import { sourcesOf } from '@/lib/market/statistics/sources-of'
import type { ServerContext } from '../context'
import { csvFile, type DataTable, jsonFile } from '../lab/csv-file'
import { readComparable } from './read-comparable'
import { readFiguresByScope } from './read-statistics'

type Reader = Pick<ServerContext, 'db'>

/** The newest figures of networks as a CSV file, a row each; one that is not known says why in its note. */
export async function figuresCsv(slugs: readonly string[], server: Reader): Promise<Response> {
  const { table } = await figureTable(slugs, server)
  return csvFile(table.name, table.head, table.rows)
}

/** The same as JSON. */
export async function figuresJson(slugs: readonly string[], server: Reader): Promise<Response> {
  const { table, source } = await figureTable(slugs, server)
  return jsonFile(table, source)
}

/** @param slugs of the networks wanted; none is all of them, and all of them together */
async function figureTable(
  slugs: readonly string[],
  server: Reader,
): Promise<{ table: DataTable; source: string }> {
  const [choices, figures] = await Promise.all([readComparable(server), readFiguresByScope(server)])
  const wanted = choices.filter(({ slug }) => slugs.length === 0 || slugs.includes(slug))
  const rows = wanted.flatMap(({ slug }) => (figures.get(slug) ?? []).map((figure) => ({ slug, figure })))
  return {
    source: sourcesOf(rows.map(({ figure }) => figure)),
    table: {
      name: ['statistics', ...slugs].join('-'),
      head: [
        ...['network', 'measure', 'name', 'unit', 'value', 'low_90', 'high_90', 'says'],
        ...['as_of', 'sample', 'note', 'source', 'method'],
      ],
      rows: rows.map(({ slug, figure }) => cells(slug, figure)),
    },
  }
}

function cells(slug: string, figure: StatisticFigure): DataTable['rows'][number] {
  const { measure, value, low, high, says, asOf, sample, note, source } = figure
  const { name, unit, method } = measureOf(measure)
  return [slug, measure, name, unit, value, low, high, says, asOf, sample, note, source, method]
}
