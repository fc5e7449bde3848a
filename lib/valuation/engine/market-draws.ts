import { fillInvertedNormals } from '@/lib/math/random/fill-inverted-normals'
import { RandomStream } from '@/lib/math/random/random-stream'

/** The networks of a market, and how their monthly rewards move together. */
export type MarketShape = {
  /** in the order of the matrix */
  networks: readonly string[]
  /** correlation of the networks' random walks, symmetric with ones on the diagonal */
  correlations: readonly (readonly number[])[]
}

/** What chance brings to whole networks; pair k of paths 2k and 2k + 1 mirror each other. */
export type MarketDraws = {
  pairs: number
  months: number
  /** standard normal of the unknown trend, which all networks share as in a single valuation */
  trend: Float64Array
  byNetwork: ReadonlyMap<string, NetworkDraws>
}

type NetworkDraws = {
  /** standard normal of the unknown entry of others */
  entry: Float64Array
  /** standard normals of the random walk, correlated between networks, at [pair · months + t] */
  shocks: Float64Array
  /** uniform: where in its range the running cost lies, and whether devices can serve other networks */
  cost: Float64Array
  canMove: Float64Array
}

/**
 * Draws a market once for all its positions, so that they stand on common random numbers: what is unknown about a network
 * strikes every position in it, and networks move together by their correlations. A pair of paths depends on seed,
 * networks and correlations; more months go on where fewer ended.
 *
 * @param paths even
 */
export function drawMarket(
  { networks, correlations }: MarketShape,
  paths: number,
  months: number,
  seed: number,
): MarketDraws {
  const pairs = paths / 2
  const root = choleskyRoot(correlations)
  const own = networks.map(() => ({
    entry: new Float64Array(pairs),
    shocks: new Float64Array(pairs * months),
    cost: new Float64Array(pairs),
    canMove: new Float64Array(pairs),
  }))
  const trend = new Float64Array(pairs)
  const z = new Float64Array(1)
  const stream = new RandomStream(seed)
  for (let pair = 0; pair < pairs; pair++) {
    stream.seek(pair)
    fillInvertedNormals(stream, z)
    trend[pair] = z[0]!
  }
  const walk = new Float64Array(1 + months)
  networks.forEach((_, k) => {
    const words = new RandomStream(seed + 1 + k)
    for (let pair = 0; pair < pairs; pair++) {
      words.seek(pair)
      own[k]!.cost[pair] = words.uniform()
      own[k]!.canMove[pair] = words.uniform()
      fillInvertedNormals(words, walk)
      own[k]!.entry[pair] = walk[0]!
      // this network's independent part moves every network after it by the root's column
      for (let i = k; i < networks.length; i++) {
        const weight = root[i]![k]!
        if (weight === 0) continue
        const { shocks } = own[i]!
        for (let t = 0; t < months; t++) shocks[pair * months + t]! += weight * walk[1 + t]!
      }
    }
  })
  return { pairs, months, trend, byNetwork: new Map(networks.map((slug, k) => [slug, own[k]!])) }
}

/**
 * Lower triangular L with L Lᵀ = C. Correlations that were each estimated by themselves may contradict each other; they
 * are then drawn towards zero together, by the least hundredth that makes them one matrix.
 */
export function choleskyRoot(correlations: readonly (readonly number[])[]): number[][] {
  for (let shrink = 0; shrink <= 1; shrink += 0.01) {
    const root = tryRoot(correlations, 1 - shrink)
    if (root) return root
  }
  return correlations.map((_, i) => correlations.map((_, j) => (i === j ? 1 : 0)))
}

function tryRoot(matrix: readonly (readonly number[])[], share: number): number[][] | undefined {
  const root = matrix.map(() => new Array<number>(matrix.length).fill(0))
  for (let i = 0; i < matrix.length; i++)
    for (let j = 0; j <= i; j++) {
      let rest = i === j ? 1 : share * matrix[i]![j]!
      for (let k = 0; k < j; k++) rest -= root[i]![k]! * root[j]![k]!
      if (i !== j) root[i]![j] = rest / root[j]![j]!
      else if (rest < 1e-9) return undefined
      else root[i]![i] = Math.sqrt(rest)
    }
  return root
}
