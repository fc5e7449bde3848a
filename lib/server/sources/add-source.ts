import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Queryable } from '@/db/client'
import { figureSources, observations } from '@/db/schema'
import { InvalidInputError } from '@/lib/core/errors'
import { adapters } from './adapters'
import { settleMonths } from './settle-months'

const head = {
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'is not a slug'),
  title: z.string().trim().min(1).max(200),
  rank: z.int().min(0).max(1_000).default(100),
}

export const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...head, kind: z.literal('csv'), config: adapters.csv.config }),
  z.strictObject({ ...head, kind: z.literal('json'), config: adapters.json.config }),
  z.strictObject({ ...head, kind: z.literal('contract'), config: adapters.contract.config }),
])
export type NewSource = z.input<typeof sourceSchema>

/**
 * Adds a source, or changes how it is read and what rank it has; what it said before stays, and months are settled anew.
 * @throws InvalidInputError naming the first setting that is wrong
 */
export async function addSource(db: Queryable, input: unknown): Promise<string> {
  const parsed = sourceSchema.safeParse(input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new InvalidInputError(`The source's ${issue?.path.join('.') || 'setting'}: ${issue?.message}.`)
  }
  const { slug, kind, title, rank, config } = parsed.data
  await db.transaction(async (tx) => {
    await tx
      .insert(figureSources)
      .values({ slug, kind, title, rank, config })
      .onConflictDoUpdate({
        target: figureSources.slug,
        set: {
          kind,
          title,
          rank,
          config,
          // settings that changed are read from the start; the same ones go on
          state: sql`case when ${figureSources.config} = excluded.config then ${figureSources.state} else '{}'::jsonb end`,
        },
      })
    const spoken = await tx
      .selectDistinct({ network: observations.network })
      .from(observations)
      .where(eq(observations.source, slug))
    await settleMonths(
      tx,
      spoken.flatMap(({ network }) => network ?? []),
    )
  })
  return slug
}
