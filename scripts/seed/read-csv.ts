import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import type { z } from 'zod'
import { HotswapError } from '@/lib/core/errors'

/** A seed file has a row that breaks its schema; the message names file, line and column. */
export class SeedFileError extends HotswapError {
  override readonly name = 'SeedFileError'
}

/**
 * Streams the rows of a CSV file through a schema. Cells arrive as text keyed by the header's names.
 * @throws SeedFileError at the first row that does not fit
 */
export async function* readCsv<schema extends z.ZodType>(
  file: string,
  schema: schema,
): AsyncGenerator<z.output<schema>> {
  const rows = createReadStream(file).pipe(parse({ columns: true, info: true, bom: true }))
  try {
    for await (const { record, info } of rows) {
      const parsed = schema.safeParse(record)
      if (!parsed.success) {
        const issue = parsed.error.issues[0]
        throw new SeedFileError(`${file}, line ${info.lines}: ${issue?.path.join('.')}: ${issue?.message}.`, {
          cause: parsed.error,
        })
      }
      yield parsed.data
    }
  } catch (error) {
    if (error instanceof SeedFileError) throw error
    throw new SeedFileError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}
