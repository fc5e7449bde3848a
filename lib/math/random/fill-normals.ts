import type { RandomStream } from './random-stream'

const LAYERS = 256
/** Where the tail begins, and the area of each layer, for 256 layers. */
const TAIL = 3.654152885361009
const AREA = 0.00492867323399
const SCALE = 1 / 2 ** 23

/** Right edge of each layer times 2⁻²³; the share of it that lies wholly under the curve; the density at the edges. */
const widths = new Float64Array(LAYERS)
const inner = new Int32Array(LAYERS)
const heights = new Float64Array(LAYERS + 1)
{
  const density = (x: number) => Math.exp(-0.5 * x * x)
  const edges = new Float64Array(LAYERS + 1)
  edges[0] = AREA / density(TAIL)
  edges[1] = TAIL
  for (let i = 2; i < LAYERS; i++)
    edges[i] = Math.sqrt(-2 * Math.log(AREA / edges[i - 1]! + density(edges[i - 1]!)))
  for (let i = 0; i < LAYERS; i++) {
    widths[i] = edges[i]! * SCALE
    inner[i] = Math.floor((edges[i + 1]! / edges[i]!) * 2 ** 23)
    heights[i] = density(edges[i]!)
  }
  heights[LAYERS] = 1
}

/**
 * Fills `out` with standard normals by the ziggurat (Marsaglia & Tsang 2000, layer and value from separate bits as
 * Doornik 2005 asks): the fast path. Steps of 2⁻²³ of a layer's width; the last bits may differ between engines.
 */
export function fillNormals(stream: RandomStream, out: Float64Array, count = out.length): void {
  let { s0, s1, s2, s3 } = stream
  for (let i = 0; i < count; i++) {
    // xoshiro128++ with its state in registers
    const sum = (s0 + s3) | 0
    const word = (((sum << 7) | (sum >>> 25)) + s0) | 0
    const t = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = (s3 << 11) | (s3 >>> 21)
    const layer = word & 255
    const value = word >> 8
    // |value| without a branch: the sign is a coin that no processor foresees
    const sign = value >> 31
    if ((value ^ sign) - sign < inner[layer]!) out[i] = value * widths[layer]!
    else {
      stream.s0 = s0
      stream.s1 = s1
      stream.s2 = s2
      stream.s3 = s3
      out[i] = outside(stream, layer, value)
      s0 = stream.s0
      s1 = stream.s1
      s2 = stream.s2
      s3 = stream.s3
    }
  }
  stream.s0 = s0
  stream.s1 = s1
  stream.s2 = s2
  stream.s3 = s3
}

/** The seldom cases: the tail, the edge of a layer, and another draw. */
function outside(stream: RandomStream, firstLayer: number, firstValue: number): number {
  let layer = firstLayer
  let value = firstValue
  for (;;) {
    const x = value * widths[layer]!
    if (Math.abs(value) < inner[layer]!) return x
    if (layer === 0) {
      const tail = tailOf(stream)
      return value < 0 ? -tail : tail
    }
    const height = heights[layer]! + stream.uniform() * (heights[layer + 1]! - heights[layer]!)
    if (height < Math.exp(-0.5 * x * x)) return x
    const word = stream.word() | 0
    layer = word & 255
    value = word >> 8
  }
}

function tailOf(stream: RandomStream): number {
  for (;;) {
    const x = -Math.log(stream.uniform()) / TAIL
    if (-2 * Math.log(stream.uniform()) > x * x) return TAIL + x
  }
}
