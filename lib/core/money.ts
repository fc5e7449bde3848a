import { InvalidInputError } from './errors'

/** US dollars in whole cents. */
export type Cents = bigint

/** Settlement money in base units of a 6-decimal dollar token (1 USD = 1_000_000). */
export type UsdUnits = bigint

const UNITS_PER_CENT = 10_000n

/**
 * The one place where a float becomes money: dollars → cents, half away from zero.
 * @throws InvalidInputError when the figure is not finite or too large to hold its cents.
 */
export function toMoney(dollars: number): Cents {
  if (!Number.isFinite(dollars) || Math.abs(dollars) > 9e13)
    throw new InvalidInputError(`${dollars} is not an amount of dollars.`)
  const cents = BigInt(Math.round(Math.abs(dollars) * 100))
  return dollars < 0 ? -cents : cents
}

export function centsToUnits(cents: Cents): UsdUnits {
  return cents * UNITS_PER_CENT
}

/** Rounds down, towards zero. */
export function unitsToCentsDown(units: UsdUnits): Cents {
  return units / UNITS_PER_CENT
}

/** Basis points of an amount, rounded down: a fee never exceeds its stated rate. */
export function basisPointsDown(amount: bigint, basisPoints: number): bigint {
  return (amount * BigInt(basisPoints)) / 10_000n
}

/** Exact decimal string ("1234.5") → base units; refuses more decimals than the token has. */
export function parseUnitsExact(text: string, decimals: number): bigint {
  const match = /^(\d{1,60})(?:\.(\d+))?$/.exec(text.trim())
  if (!match) throw new InvalidInputError(`“${text}” is not an amount.`)
  const fraction = match[2] ?? ''
  if (fraction.length > decimals) throw new InvalidInputError(`An amount has at most ${decimals} decimals.`)
  return BigInt(match[1] + fraction.padEnd(decimals, '0'))
}

/** Base units → exact decimal string without trailing zeros. */
export function formatUnitsExact(amount: bigint, decimals: number): string {
  const sign = amount < 0n ? '-' : ''
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return sign + whole + (fraction && `.${fraction}`)
}

/** Splits a rounded total over real-valued parts so that they add up exactly (largest remainder). */
export function splitLargestRemainder(total: Cents, parts: readonly number[]): Cents[] {
  const floors = parts.map((part) => BigInt(Math.floor(part * 100)))
  let rest = total - floors.reduce((sum, part) => sum + part, 0n)
  const order = parts
    .map((part, index) => ({ index, remainder: part * 100 - Math.floor(part * 100) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  const step = rest < 0n ? -1n : 1n
  const ranked = rest < 0n ? order.reverse() : order
  for (let i = 0; rest !== 0n && ranked.length > 0; i = (i + 1) % ranked.length) {
    floors[ranked[i]!.index]! += step
    rest -= step
  }
  return floors
}
