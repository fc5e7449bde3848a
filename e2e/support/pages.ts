import type { APIRequestContext } from '@playwright/test'

/** A page of the product by name, as whoever reads it reaches it. */
export type ProductPage = {
  name: string
  path: string
  /** how the server answers; 200 unless told */
  status?: 404
}

const fixed: readonly ProductPage[] = [
  { name: 'home', path: '/' },
  { name: 'market', path: '/market' },
  { name: 'market of all, with a field in error', path: '/market?all=1&min=ten' },
  { name: 'market without a hit', path: '/market?q=nothing+of+that+name' },
  { name: 'market as cards', path: '/market?view=cards' },
  { name: 'basket', path: '/market/basket' },
  { name: 'basket nobody can fill, with a field in error', path: '/market/basket?budget=1&tail=ten' },
  { name: 'opportunities', path: '/market/opportunities' },
  { name: 'networks', path: '/networks' },
  { name: 'network, on a log scale', path: '/networks/helium-iot?scale=log' },
  { name: 'network', path: '/networks/filecoin' },
  { name: 'statistics of the networks', path: '/networks/statistics?sort=breakEvenDays' },
  {
    name: 'compare',
    path: '/networks/compare?networks=helium-iot,dimo,relay,livepeer,sia,nym&values=indexed',
  },
  { name: 'compare, nothing chosen', path: '/networks/compare?networks=' },
  { name: 'chart alone', path: '/embed/chart?networks=helium-iot&measure=exponent&values=absolute' },
  { name: 'map alone', path: '/embed/map?network=dimo' },
  { name: 'demand alone', path: '/embed/demand?network=relay' },
  { name: 'flywheel alone', path: '/embed/flywheel' },
  { name: 'network effects alone', path: '/embed/network-effects' },
  { name: 'map of devices', path: '/networks/map' },
  { name: 'sources of figures', path: '/networks/sources' },
  { name: 'ledger', path: '/ledger' },
  { name: 'ledger without a hit', path: '/ledger?of=nobody' },
  { name: 'register', path: '/register' },
  { name: 'register many', path: '/register/many' },
  { name: 'operate', path: '/operate' },
  { name: 'fleet', path: '/operate/fleet' },
  { name: 'portfolio', path: '/portfolio' },
  { name: 'alerts', path: '/watching' },
  { name: 'not an address', path: '/address/0x12', status: 404 },
  { name: 'lab', path: '/lab' },
  { name: 'flywheel', path: '/lab/flywheel' },
  { name: 'flywheel of a network without node counts', path: '/lab/flywheel?of=akash' },
  { name: 'network effects', path: '/lab/network-effects' },
  { name: 'free entry, with a critical mass', path: '/lab/entry?elasticity=1.5&pool=0.1' },
  { name: 'honesty', path: '/lab/honesty' },
  { name: 'game, with a continuum of equilibria', path: '/lab/games?game=degenerate' },
  { name: 'congestion', path: '/lab/congestion?of=bandwidth' },
  { name: 'auctions, edited', path: '/lab/auctions?bids=100_90_80&asks=80_2x85_95' },
  { name: 'token designs', path: '/lab/designs' },
  { name: 'token designs alone', path: '/embed/designs?chart=paidUsd&stakersB=0.5' },
  { name: 'circulation gap', path: '/lab/circulation' },
  { name: 'congestion alone', path: '/embed/congestion?of=storage&reach=3' },
  { name: 'free entry alone', path: '/embed/entry?pool=0.1' },
  { name: 'honesty alone', path: '/embed/honesty?of=helium-iot' },
  { name: 'api', path: '/docs/api' },
  { name: 'not found', path: '/nowhere', status: 404 },
  { name: 'unknown transaction', path: `/tx/0x${'00'.repeat(32)}`, status: 404 },
]

type Position = { id: number; owner: string; cell: string | null; listing: object | null }

/**
 * Every public page: the one list that tests of all pages go through. Pages of a single thing are those of the first
 * such thing on record.
 */
export async function productPages(request: APIRequestContext): Promise<ProductPage[]> {
  const positions = await read<Position>(request, '/api/v1/positions?limit=100')
  const placed = await read<Position>(request, '/api/v1/positions?network=helium-iot&limit=1')
  const [sale] = await read<{ position: number; source: { transaction: string } }>(
    request,
    '/api/v1/sales?limit=1',
  )
  const listed = positions.find(({ listing }) => listing !== null)
  const of = (name: string, path: string | undefined) => (path ? [{ name, path }] : [])
  return [
    ...fixed,
    ...of('position for sale', listed && `/positions/${listed.id}`),
    ...of('position with a place', placed[0] && `/positions/${placed[0].id}`),
    ...of('position that was sold', sale && `/positions/${sale.position}`),
    ...of('address', listed && `/address/${listed.owner}`),
    ...of('fleet of an account', listed && `/operate/fleet?account=${listed.owner}`),
    ...of('transaction', sale && `/tx/${sale.source.transaction}`),
  ]
}

async function read<row>(request: APIRequestContext, path: string): Promise<row[]> {
  const answer = await request.get(path)
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}.`)
  const { data } = (await answer.json()) as { data: row[] }
  return data
}
