import { asc } from 'drizzle-orm'
import { figureSources } from '@/db/schema'
import { readSource, type SourceContext, type SourceRead } from './read-source'

/**
 * Reads every source once, one after the other. One that fails does not keep the next from being read.
 * @throws AggregateError at the end, of what went wrong on our side: the job is tried again, and the log has it
 */
export async function readAllSources(context: SourceContext): Promise<SourceRead[]> {
  const sources = await context.db
    .select({ slug: figureSources.slug })
    .from(figureSources)
    .orderBy(asc(figureSources.slug))
  const read: SourceRead[] = []
  for (const { slug } of sources) {
    const one = await readSource(context, slug)
    if (one) read.push(one)
  }
  const errors = read.flatMap(({ error }) => error ?? [])
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} sources could not be kept.`)
  return read
}
