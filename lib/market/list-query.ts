import { z } from 'zod'

/** Which of an owner's positions are shown to be listed: what the page's URL says. */
export type ListQuery = {
  owner: `0x${string}` | undefined
  network: string | undefined
  /** words of the device's name, or a position's number */
  search: string
  /** only what has no listing that can be filled */
  unlisted: boolean
}

const params = z.object({
  owner: z
    .string()
    .regex(/^0x[0-9a-fA-F]{40}$/)
    .transform((text) => text.toLowerCase() as `0x${string}`)
    .optional()
    .catch(undefined),
  network: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,30}$/)
    .optional()
    .catch(undefined),
  q: z.string().trim().max(100).catch(''),
  unlisted: z.string().optional().catch(undefined),
})

/** Reads a view out of the search parameters of its URL. Nothing in a URL can make it fail. */
export function parseListQuery(input: unknown): ListQuery {
  const { owner, network, q, unlisted } = params.parse(input)
  return { owner, network, search: q, unlisted: unlisted === '1' }
}

/** The address of a view. */
export function listHref(query: Partial<ListQuery>, path = '/list'): string {
  const search = new URLSearchParams()
  if (query.owner) search.set('owner', query.owner)
  if (query.search) search.set('q', query.search)
  if (query.network) search.set('network', query.network)
  if (query.unlisted) search.set('unlisted', '1')
  const rest = search.toString()
  return rest ? `${path}?${rest}` : path
}
