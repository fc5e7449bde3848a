import { z } from 'zod'
import { isMeasure, type MeasureId, measureIds, measureOf } from './measures'

/** Networks side by side at most: more lines than this no chart tells apart. */
export const MOST_COMPARED = 6

/** `absolute`: as they are; `log`: powers of ten evenly spaced; `indexed`: 100 at a month that all have. */
export const comparisonScales = ['absolute', 'log', 'indexed'] as const
export type ComparisonScale = (typeof comparisonScales)[number]

export type Comparison = {
  /** slugs in the order asked for, each once */
  networks: string[]
  measure: MeasureId
  scale: ComparisonScale
}

/** Measures that have a history, and can be drawn. */
export const drawnMeasures = measureIds.filter((id) => measureOf(id).history !== undefined)

const DEFAULT: Comparison = { networks: [], measure: 'rewardPerNode', scale: 'log' }

const text = z.union([z.string(), z.array(z.string())]).optional()
const params = z.object({ networks: text, network: text, measure: text, values: text })

/**
 * Reads a comparison out of search parameters: `networks=a,b` or repeated, `network` likewise. What names no network,
 * measure or scale is left out, and no more than six networks are compared; nothing here fails.
 */
export function parseComparison(input: unknown): Comparison {
  const parsed = params.safeParse(input)
  const given = parsed.success ? parsed.data : {}
  const [measure] = list(given.measure)
  const [scale] = list(given.values)
  const slugs = [...list(given.networks), ...list(given.network)].filter((slug) =>
    /^[a-z0-9][a-z0-9-]{0,30}$/.test(slug),
  )
  return {
    networks: [...new Set(slugs)].slice(0, MOST_COMPARED),
    measure: measure !== undefined && isMeasure(measure) ? measure : DEFAULT.measure,
    scale: comparisonScales.find((one) => one === scale) ?? DEFAULT.scale,
  }
}

/** Whether search parameters say which networks to compare, be it none. */
export function namesNetworks(input: unknown): boolean {
  const parsed = params.safeParse(input)
  return parsed.success && (parsed.data.networks ?? parsed.data.network) !== undefined
}

function list(given: string | string[] | undefined): string[] {
  return (Array.isArray(given) ? given : [given ?? '']).flatMap((one) => one.split(',')).filter(Boolean)
}

/** Search parameters that name a comparison, without a question mark; a measure or scale that is the usual is not in them. */
export function comparisonParams({ networks, measure, scale }: Comparison): string {
  const parts = [
    `networks=${networks.join(',')}`,
    measure === DEFAULT.measure ? '' : `measure=${measure}`,
    scale === DEFAULT.scale ? '' : `values=${scale}`,
  ]
  return parts.filter(Boolean).join('&')
}

/** Where a comparison is shown. */
export const comparisonHref = (comparison: Comparison) => `/networks/compare?${comparisonParams(comparison)}`

/** Where its chart stands alone, to be framed by other pages. */
export const embedHref = (comparison: Comparison) => `/embed/chart?${comparisonParams(comparison)}`

/** Where every newest figure of networks is as a file; of all of them, and of all together, where none is named. */
export const figuresHref = (networks: readonly string[], kind: 'csv' | 'json') =>
  `/networks/statistics/figures.${kind}${networks.length > 0 ? `?networks=${networks.join(',')}` : ''}`

/** Where its figures are as a file. */
export const dataHref = (comparison: Comparison, kind: 'csv' | 'json') =>
  `/networks/compare/data.${kind}?${comparisonParams(comparison)}`
