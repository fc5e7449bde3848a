import { log } from './log'

/** log(1 + x) without loss near zero, every bit fixed: log(u) · x / (u − 1) at u = 1 + x (Kahan). */
export function log1p(x: number): number {
  const u = 1 + x
  return u === 1 ? x : u === Number.POSITIVE_INFINITY ? u : (log(u) * x) / (u - 1)
}
