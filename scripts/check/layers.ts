/**
 * The import rule of the design: what stands in which layer, and what each may import.
 *
 *     core ← math ← market ← valuation ← mechanism    pure; each may import any to its left
 *     chain → pure      db → core, market      indexer → pure, chain, db      server → all of these
 *     components → pure, chain/client, server/<feature>/actions      app → components, server, pure types
 *     scripts, e2e, tests: anything
 */
export const layers = [
  'core',
  'math',
  'market',
  'valuation',
  'mechanism',
  'chain',
  'chain/client',
  'db',
  'indexer',
  'server',
  'server/actions',
  'components',
  'app',
  'outside',
] as const

export type Layer = (typeof layers)[number]

const pure = ['core', 'math', 'market', 'valuation', 'mechanism'] as const satisfies Layer[]

/** What each layer may import beside itself. `outside` (scripts, tests, configuration) may import anything. */
const allowed: Record<Exclude<Layer, 'outside'>, readonly Layer[]> = {
  core: [],
  math: ['core'],
  market: ['core', 'math'],
  valuation: ['core', 'math', 'market'],
  mechanism: ['core', 'math', 'market', 'valuation'],
  chain: pure,
  'chain/client': [...pure, 'chain'],
  db: ['core', 'market'],
  indexer: [...pure, 'chain', 'db'],
  server: [...pure, 'chain', 'db', 'indexer', 'server/actions'],
  'server/actions': [...pure, 'chain', 'db', 'indexer', 'server'],
  components: [...pure, 'chain/client', 'server/actions'],
  app: ['components', 'server', 'server/actions'],
}

/** What a layer may import the types of alone. */
const allowedTypes: Partial<Record<Layer, readonly Layer[]>> = { app: pure }

const isTest = /\.test\.tsx?$|(^|\/)__tests__\//

/** The layer a file of the project stands in, by its path from the root. */
export function layerOf(path: string): Layer {
  if (isTest.test(path)) return 'outside'
  const [top, second, third] = path.split('/')
  if (top === 'app' || top === 'components') return top
  if (top === 'db') return second === 'seed' ? 'outside' : 'db'
  if (top !== 'lib') return 'outside'
  if (second === 'chain') return third === 'client' ? 'chain/client' : 'chain'
  if (second === 'server') return /\/actions\.ts$|\/actions\//.test(path) ? 'server/actions' : 'server'
  const layer = layers.find((candidate) => candidate === second)
  if (!layer) throw new Error(`${path} stands in no layer of the design.`)
  return layer
}

/** Packages a pure folder may not import: they need a process, a page or a database. */
const impurePackage =
  /^(node:|next(\/|$)|react|wagmi|pg$|drizzle-orm|graphile-worker|iron-session|@tanstack\/)/

/** Why a layer may not import another; undefined when it may. */
export function refuse(from: Layer, to: Layer, typeOnly: boolean): string | undefined {
  if (from === 'outside' || from === to || allowed[from].includes(to)) return undefined
  if (allowedTypes[from]?.includes(to))
    return typeOnly ? undefined : `${from} may import types alone from ${to}`
  return to === 'outside'
    ? `${from} may not import scripts, tests or configuration`
    : `${from} may not import ${to}`
}

/** Why a layer may not import a package; undefined when it may. */
export function refusePackage(from: Layer, name: string): string | undefined {
  return pure.some((layer) => layer === from) && impurePackage.test(name)
    ? `${from} is pure and may not import ${name}`
    : undefined
}
