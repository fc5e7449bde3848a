import type { Cents, UsdUnits } from './money'

/*
 * Figures as text, the same on the server and in every browser: one locale, UTC, no clock of their own.
 * Exact amounts are bigint all the way; floats pass only where the figure is a statistic.
 */

const locale = 'en-US'
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 })
const cents = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const small = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 })
const percent = new Intl.NumberFormat(locale, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
})
const tenths = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
const wholes = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 12 })

/** U+2212, as wide as a plus; a hyphen is not a minus. */
const withMinus = (text: string) => text.replace('-', '−')

/** Whole cents → "$1,234.50", negative as "−$3.20". */
export function formatCents(cents: Cents): string {
  const size = cents < 0n ? -cents : cents
  const fraction = (size % 100n).toString().padStart(2, '0')
  return `${cents < 0n ? '−' : ''}$${whole.format(size / 100n)}.${fraction}`
}

/** Dollar-token base units → "$1,234.50", rounded half up to cents; the exact amount is `formatUnitsExact`'s. */
export function formatUnits(units: UsdUnits): string {
  return formatCents(units < 0n ? -((-units + 5_000n) / 10_000n) : (units + 5_000n) / 10_000n)
}

/** Dollar-token base units to the last one: "$1.205", "$120.50"; for amounts that must add up where they are shown. */
export function formatUnitsFull(units: UsdUnits): string {
  if (units % 10_000n === 0n) return formatUnits(units)
  const size = units < 0n ? -units : units
  const fraction = (size % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '')
  return `${units < 0n ? '−' : ''}$${whole.format(size / 1_000_000n)}.${fraction}`
}

/** 1234567 → "1,234,567". */
export function formatCount(count: number | bigint): string {
  return withMinus(whole.format(count))
}

/** 1234567 → "1.23M". */
export function formatCompact(value: number): string {
  return withMinus(compact.format(value))
}

/** A statistic in dollars: cents below $100,000, fewer digits above, three of them below a cent: "$0.00421", "$1.23M". */
export function formatUsd(dollars: number): string {
  const size = Math.abs(dollars)
  const format = size >= 100_000 ? compact : size >= 0.01 || size === 0 ? cents : small
  return `${dollars < 0 ? '−' : ''}$${format.format(size)}`
}

/** 0.081 → "+8.1%", −0.2 → "−20.0%". The sign is part of it, so that colour never speaks alone. */
export function formatChange(ratio: number): string {
  return withMinus(percent.format(ratio))
}

/** 0.081 → "8.1%", 0.5 → "50%": a part of a whole, without a sign; below a tenth with one decimal. */
export function formatShare(ratio: number): string {
  return withMinus((ratio !== 0 && Math.abs(ratio) < 0.1 ? tenths : wholes).format(ratio))
}

/** 0.30000001 → "0.3", −1234.5678 → "−1,234.568": a number of no unit, to so many decimals. */
export function formatDecimal(value: number, decimals = 3): string {
  const scale = 10 ** decimals
  return withMinus(decimal.format(Math.round(value * scale) / scale + 0))
}

/** "0x1234…abcd" */
export function shortHex(hex: string): string {
  return hex.length <= 12 ? hex : `${hex.slice(0, 6)}…${hex.slice(-4)}`
}

/** "2024-06-01 12:00:05 UTC" */
export function formatInstant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** "2024-06-01" → "Jun 2024" */
export function formatMonth(day: string): string {
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  return `${names[Number(day.slice(5, 7)) - 1] ?? day} ${day.slice(0, 4)}`
}

const steps = [
  ['y', 31_557_600],
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
] as const

/** "45 d ago", "in 5 h", "just now": time from a moment to now, in its largest unit. */
export function formatRelative(at: Date, now: Date): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000)
  const size = Math.abs(seconds)
  const step = steps.find(([, length]) => size >= length)
  if (!step) return seconds > 0 ? 'in under a minute' : 'just now'
  const text = `${Math.floor(size / step[1])} ${step[0]}`
  return seconds > 0 ? `in ${text}` : `${text} ago`
}
