import { figureStyle } from './locale/locale-source'
import { writeFigure, writeShort } from './locale/write-figure'
import { type Cents, formatUnitsExact, type UsdUnits } from './money'

/*
 * Figures as text, as the reader's locale writes them: which one that is, `figureStyle` knows, on the server and in the
 * browser alike. Moments in UTC, no clock of their own. Exact amounts are bigint all the way; floats pass only where the
 * figure is a statistic. Intl rounds here and nothing else, always to the same plain digits.
 */

const plain = (options: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat('en-US', { useGrouping: false, ...options })
const whole = plain({ maximumFractionDigits: 0 })
const threeDigits = plain({ maximumSignificantDigits: 3 })
const byDigits = Array.from({ length: 9 }, (_, digits) =>
  plain({ minimumFractionDigits: digits, maximumFractionDigits: digits }),
)

/** Whole cents → "$1,234.50", negative as "−$3.20". */
export function formatCents(cents: Cents): string {
  const size = cents < 0n ? -cents : cents
  return writeMoney(`${cents < 0n ? '-' : ''}${size / 100n}.${(size % 100n).toString().padStart(2, '0')}`)
}

function writeMoney(text: string): string {
  const style = figureStyle()
  return writeFigure(text, style, style.money)
}

/** Dollar-token base units → "$1,234.50", rounded half up to cents; the exact amount is `formatExact`'s. */
export function formatUnits(units: UsdUnits): string {
  return formatCents(units < 0n ? -((-units + 5_000n) / 10_000n) : (units + 5_000n) / 10_000n)
}

/** Dollar-token base units to the last one: "$1.205", "$120.50"; for amounts that must add up where they are shown. */
export function formatUnitsFull(units: UsdUnits): string {
  return units % 10_000n === 0n ? formatUnits(units) : writeMoney(formatUnitsExact(units, 6))
}

/**
 * Base units of a token to the last one, without groups: "1234.5". For readers; files and the API have
 * `formatUnitsExact`'s, which is the same for everyone.
 */
export function formatExact(amount: bigint, decimals: number): string {
  return formatUnitsExact(amount, decimals).replace('-', '−').replace('.', figureStyle().decimal)
}

/** 1234567 → "1,234,567". */
export function formatCount(count: number | bigint): string {
  return writeFigure(whole.format(count), figureStyle())
}

/** 0.5 → "0.500" with three digits after the point, always as many; at most eight. */
export function formatFixed(value: number, digits: number): string {
  return writeFigure((byDigits[digits] ?? whole).format(value), figureStyle())
}

/** 0.30000001 → "0.3", −1234.5678 → "−1,234.568": a number of no unit, to so many decimals. */
export function formatDecimal(value: number, decimals = 3): string {
  const scale = 10 ** decimals
  return writeFigure(twelveDecimals.format(Math.round(value * scale) / scale), figureStyle())
}
const twelveDecimals = plain({ maximumFractionDigits: 12 })

/** 1234567 → "1.23M". */
export function formatCompact(value: number): string {
  return writeShort(threeDigits.format(value), figureStyle())
}

/** 1234567 → "$1.23M": for the axis of a chart, where each figure is abbreviated alike. */
export function formatUsdCompact(dollars: number): string {
  const style = figureStyle()
  return writeShort(threeDigits.format(dollars), style, style.money)
}

/** A statistic in dollars: cents below $100,000, fewer digits above, three of them below a cent: "$0.00421", "$1.23M". */
export function formatUsd(dollars: number): string {
  const style = figureStyle()
  const size = Math.abs(dollars)
  const sign = dollars < 0 ? '-' : ''
  if (size >= 100_000) return writeShort(sign + threeDigits.format(size), style, style.money)
  const digits = size >= 0.01 || size === 0 ? byDigits[2] : threeDigits
  return writeFigure(sign + (digits ?? threeDigits).format(size), style, style.money)
}

/** 1234.567 → "1,235" with four digits: a figure of no unit to so many significant ones. */
export function formatSignificant(value: number, digits: number): string {
  return writeFigure(significant(digits).format(value), figureStyle())
}

/** Dollars to so many significant digits: "$0.04231". */
export function formatUsdSignificant(dollars: number, digits: number): string {
  return writeMoney(significant(digits).format(dollars))
}

const bySignificant = new Map<number, Intl.NumberFormat>()

function significant(digits: number): Intl.NumberFormat {
  const format = bySignificant.get(digits) ?? plain({ maximumSignificantDigits: digits })
  bySignificant.set(digits, format)
  return format
}

/** 0.081 → "+8.1%", −0.2 → "−20.0%". The sign is part of it, so that colour never speaks alone. */
export function formatChange(ratio: number): string {
  const style = figureStyle()
  return writeFigure(signed.format(ratio * 100), style, style.share)
}
const signed = plain({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' })

/** 0.081 → "8.1%", 0.5 → "50%": a part of a whole, without a sign; below a tenth with one decimal. */
export function formatShare(ratio: number): string {
  const style = figureStyle()
  const format = ratio !== 0 && Math.abs(ratio) < 0.1 ? upToTenths : whole
  return writeFigure(format.format(ratio * 100), style, style.share)
}
const upToTenths = plain({ maximumFractionDigits: 1 })

/** 8.1 → "8.1%": what is in per cent already, with so many decimals; without a number, as many as it has, to ten digits. */
export function formatPercent(percent: number, decimals?: number): string {
  const style = figureStyle()
  const format = (decimals === undefined ? undefined : byDigits[decimals]) ?? tenDigits
  return writeFigure(format.format(percent), style, style.share)
}
const tenDigits = plain({ maximumSignificantDigits: 10 })

/** "0x1234…abcd" */
export function shortHex(hex: string): string {
  return hex.length <= 12 ? hex : `${hex.slice(0, 6)}…${hex.slice(-4)}`
}

/** "2024-06-01 12:00:05 UTC": the same for everyone, as it stands on hover and in files. */
export function formatInstantIso(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** "Jun 1, 2024 12:00:05 UTC", "1 Jun 2024 12:00:05 UTC" or "2024-06-01 12:00:05 UTC": the reader's order, our words. */
export function formatInstant(at: Date): string {
  return `${formatDay(at)} ${at.toISOString().slice(11, 19)} UTC`
}

/** A moment to the minute: "Jun 1, 2024 12:00 UTC". */
export function formatMinute(at: Date): string {
  return `${formatDay(at)} ${at.toISOString().slice(11, 16)} UTC`
}

/** A day, in UTC, in the reader's order. Its month is a word, so that no one takes it for the day. */
export function formatDay(at: Date): string {
  const iso = at.toISOString().slice(0, 10)
  const month = monthNames[at.getUTCMonth()] ?? ''
  const order = figureStyle().day
  if (order === 'ymd') return iso
  return order === 'mdy'
    ? `${month} ${at.getUTCDate()}, ${at.getUTCFullYear()}`
    : `${at.getUTCDate()} ${month} ${at.getUTCFullYear()}`
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "2024-06-01" → "Jun 2024" */
export function formatMonth(day: string): string {
  return `${monthNames[Number(day.slice(5, 7)) - 1] ?? day} ${day.slice(0, 4)}`
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
