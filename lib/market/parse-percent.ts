import { InvalidInputError } from '@/lib/core/errors'

/**
 * Reads a percentage as it is typed: "12", "−2.5 %". At most two decimals.
 * @returns per cent, not a share
 * @throws InvalidInputError where it is no percentage, or outside the range
 */
export function parsePercent(text: string, least: number, most: number): number {
  const plain = text.trim().replace('−', '-').replace(/\s*%$/, '')
  if (!/^[+-]?\d{1,7}(\.\d{1,2})?$/.test(plain)) throw new InvalidInputError(`“${text}” is not a percentage.`)
  const value = Number(plain)
  if (value < least || value > most)
    throw new InvalidInputError(`A percentage between ${least} and ${most} is needed here.`)
  // −0 is 0
  return value + 0
}
