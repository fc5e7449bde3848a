import { asc } from 'drizzle-orm'
import { figureSources } from '@/db/schema'
import { readSource, type SourceContext, type SourceRead } from './read-source'

/** Reads every source once, one after the other. One that fails does not keep the next from being read. */
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
  return read
}
