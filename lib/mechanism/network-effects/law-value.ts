import type { LawFit } from './fit-network-effect'

/** What a fitted law says of a month's rewards in dollars at so many nodes, more than one. */
export function lawValue({ law, parameters }: Pick<LawFit, 'law' | 'parameters'>, nodes: number): number {
  const [a = 0, b = 0] = parameters
  const x = Math.log(nodes)
  switch (law) {
    case 'sarnoff':
      return Math.exp(a + x)
    case 'odlyzko':
      return Math.exp(a + x + Math.log(x))
    case 'metcalfe':
      return Math.exp(a + 2 * x)
    case 'free exponent':
      return Math.exp(a + b * x)
    case 'saturating':
      return Math.exp(a - Math.log1p(Math.exp(2 * (b - x))))
  }
}
