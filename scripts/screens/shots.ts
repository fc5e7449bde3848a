import type { APIRequestContext } from '@playwright/test'
import { productPages } from '@/e2e/support/pages'

/** Who looks: nobody in particular, or the holder of a demo wallet. */
export type Persona = 'Demo operator' | 'Demo buyer'

/** A page to take, named as its file is. */
export type Shot = { name: string; path: string; as?: Persona }

/** What is one's own, as its owner sees it. */
const own: readonly Shot[] = [
  { name: 'list-own', path: '/list', as: 'Demo operator' },
  { name: 'list-own-orders', path: '/list/orders', as: 'Demo operator' },
  { name: 'operate-own', path: '/operate', as: 'Demo operator' },
  { name: 'portfolio-own', path: '/portfolio', as: 'Demo operator' },
  { name: 'claim-own', path: '/claim', as: 'Demo operator' },
  { name: 'alerts-own', path: '/watching', as: 'Demo buyer' },
]

/** Every public page that tests go through, and what a connected person sees of their own. */
export async function shotsOf(request: APIRequestContext): Promise<Shot[]> {
  const pages = await productPages(request)
  return [...pages.map(({ name, path }) => ({ name: fileName(name), path })), ...own]
}

/** "network, on a log scale" → "network-on-a-log-scale" */
function fileName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}
