import { bestKnown } from '@/db/queries/statistics'
import { type Comparison, namesNetworks, parseComparison } from '@/lib/market/statistics/comparison'
import { ALL, type MeasureId } from '@/lib/market/statistics/measures'
import { context, type ServerContext } from '../context'
import { readComparable } from './read-comparable'
import { type ComparedNetwork, readComparison } from './read-statistics'

/** How many networks stand side by side before anyone chose. */
const AT_FIRST = 4

export type ComparePage = {
  comparison: Comparison
  networks: ComparedNetwork[]
  /** all there are */
  choices: { slug: string; name: string }[]
  /** nobody chose these: they are the ones most is known of */
  isSuggested: boolean
}

/** Networks that most is known of; a figure that no single one has is of all together. */
async function suggested(measure: MeasureId, { db }: Pick<ServerContext, 'db'>): Promise<string[]> {
  const slugs = await bestKnown(db, measure, AT_FIRST)
  return slugs.length > 0 ? slugs : [ALL]
}

/** A comparison as its address asks for it; where it names no networks, of those that most is known of. */
export async function readComparePage(
  params: Record<string, string | string[] | undefined>,
  server: Pick<ServerContext, 'db'> = context(),
): Promise<ComparePage> {
  const asked = parseComparison(params)
  const isSuggested = !namesNetworks(params)
  const slugs = isSuggested ? await suggested(asked.measure, server) : asked.networks
  const [networks, choices] = await Promise.all([
    readComparison({ networks: slugs, measure: asked.measure }, server),
    readComparable(server),
  ])
  return {
    comparison: { ...asked, networks: networks.map(({ slug }) => slug) },
    networks,
    choices,
    isSuggested,
  }
}
