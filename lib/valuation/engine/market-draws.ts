import { fillInvertedNormals } from '@/lib/math/random/fill-inverted-normals'
import { RandomStream } from '@/lib/math/random/random-stream'

export type MarketNetwork = {
  slug: string
  /** what it pays in: networks of one token jump together */
  token: string
  /** of the variance of its log rewards' random part, what the token's jumps make: 0 … 1 */
  jumpShare: number
}

/** The networks of a market, and how their monthly rewards move together. */
export type MarketShape = {
  /** in the order of the matrix */
  networks: readonly MarketNetwork[]
  /** correlation of the networks' log rewards, jumps included; symmetric with ones on the diagonal */
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

/** What makes a token jump, at [pair · months + t]. */
export type TokenJumps = {
  /** uniform that the number of jumps in the month is read from */
  counts: Float64Array
  /** standard normal that sums up their sizes */
  sizes: Float64Array
}

type NetworkDraws = {
  /** standard normal of the unknown entry of others */
  entry: Float64Array
  /** standard normals of the random walk, correlated between networks, at [pair · months + t] */
  shocks: Float64Array
  /** of its token: the same for all networks that pay in it */
  jumps: TokenJumps
  /** uniform: where in its range the running cost lies, and whether devices can serve other networks */
  cost: Float64Array
  canMove: Float64Array
}

/**
 * Draws a market once for all its positions, so that they stand on common random numbers: what is unknown about a network
 * strikes every position in it, networks move together by their correlations, and those that pay in one token jump with
 * it. A pair of paths depends on seed and shape; more months go on where fewer ended.
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
  const tokens = [...new Set(networks.map(({ token }) => token))]
  const jumps = new Map(
    tokens.map((token, k) => [token, drawJumps(pairs, months, seed + 1 + networks.length + k)]),
  )
  const own = networks.map(({ token }) => ({
    entry: new Float64Array(pairs),
    shocks: new Float64Array(pairs * months),
    jumps: jumps.get(token)!,
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
  for (const token of tokens) shareJumps(networks, root, token, own)
  return { pairs, months, trend, byNetwork: new Map(networks.map(({ slug }, k) => [slug, own[k]!])) }
}

/** Jumps are counted on streams far from those of their sizes, so that more months go on where fewer ended. */
const COUNT_STREAMS = 2 ** 44

function drawJumps(pairs: number, months: number, seed: number): TokenJumps {
  const sizes = new Float64Array(pairs * months)
  const words = new RandomStream(seed)
  for (let pair = 0; pair < pairs; pair++) {
    words.seek(pair)
    fillInvertedNormals(words, sizes.subarray(pair * months, (pair + 1) * months))
  }
  const counts = new Float64Array(pairs * months)
  for (let pair = 0; pair < pairs; pair++) {
    words.seek(COUNT_STREAMS + pair)
    for (let t = 0; t < months; t++) counts[pair * months + t] = words.uniform()
  }
  return { counts, sizes }
}

/**
 * Turns what moves the networks of a token into its jumps and what is left for each one's walk. With u the standard
 * normal behind the whole log reward of the token's first network, s the share of its variance that jumps make and e
 * independent of all, the sizes of the jumps come from
 *
 *     z = √s u + √(1 − s) e,   and the walk of a network i of the token from   (u_i − ρ z) / √(1 − ρ²),   ρ = corr(u_i, z)
 *
 * so that walk and jumps are independent in each network, as Merton has it, and yet √(1 − s) walk + √s jumps moves with other
 * networks by the correlations given: when a token jumps is its own, how far is not. What the number of jumps adds to the
 * variance by itself moves with nothing else.
 */
function shareJumps(
  networks: readonly MarketNetwork[],
  root: readonly (readonly number[])[],
  token: string,
  own: readonly Pick<NetworkDraws, 'shocks' | 'jumps'>[],
): void {
  const members = [...networks.keys()].filter((k) => networks[k]!.token === token)
  const first = members[0]!
  const share = networks[first]!.jumpShare
  if (share <= 0) return
  const [follows, apart] = [Math.sqrt(share), Math.sqrt(1 - share)]
  const { sizes } = own[first]!.jumps
  const leader = own[first]!.shocks
  for (let at = 0; at < sizes.length; at++) sizes[at] = follows * leader[at]! + apart * sizes[at]!
  for (const k of members) {
    const together = root[k]!.reduce((sum, weight, j) => sum + weight * root[first]![j]!, 0)
    const correlation = Math.min(follows * together, 1 - 1e-9)
    const rest = Math.sqrt(1 - correlation * correlation)
    const { shocks } = own[k]!
    for (let at = 0; at < shocks.length; at++) shocks[at] = (shocks[at]! - correlation * sizes[at]!) / rest
  }
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
