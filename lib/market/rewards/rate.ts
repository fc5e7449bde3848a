import { InvalidInputError } from '@/lib/core/errors'

/** Published figures a reward rests on: what a fleet of `nodes` earned in one month. */
export type RewardFigure = {
  /** whose figures they are: an operator's own fleet, or the whole network */
  basis: 'operator' | 'network'
  /** slug of the operator or network */
  of: string
  /** YYYY-MM */
  month: string
  /** exact decimals, as published; tokens × price where the source gives no dollars, and then `source` says so */
  rewardsUsd: string
  /** nodes it was earned with; an average may be broken */
  nodes: string
  source: string
}

/** 10^-18 dollars per node and second; whole, rounded down. */
export type AttoRate = bigint

/** 10^-18 dollars in a base unit of the dollar token (10^-6 dollars). */
export const ATTO_PER_UNIT = 10n ** 12n

/**
 * What one node of the figure's fleet earned a second, in the mean over its month.
 * @throws InvalidInputError when a figure is no decimal number, or there are no nodes
 *
 * @example
 * rateOf({ rewardsUsd: '2592', nodes: '1', month: '2023-06', … }) // 10n ** 15n: a thousandth of a dollar a second
 */
export function rateOf(figure: Pick<RewardFigure, 'rewardsUsd' | 'nodes' | 'month'>): AttoRate {
  const rewards = parseDecimal(figure.rewardsUsd)
  const nodes = parseDecimal(figure.nodes)
  if (nodes.digits === 0n) throw new InvalidInputError('A reward per node needs a node.')
  const over = rewards.digits * 10n ** BigInt(18 + nodes.decimals)
  return over / (nodes.digits * 10n ** BigInt(rewards.decimals) * BigInt(secondsOf(figure.month)))
}

/** Seconds of a month, YYYY-MM. */
function secondsOf(month: string): number {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month)
  if (!match) throw new InvalidInputError(`“${month}” is not a month.`)
  return new Date(Date.UTC(Number(match[1]), Number(match[2]), 0)).getUTCDate() * 86_400
}

function parseDecimal(text: string): { digits: bigint; decimals: number } {
  const match = /^(\d{1,40})(?:\.(\d{1,40}))?$/.exec(text)
  if (!match) throw new InvalidInputError(`“${text}” is not a decimal number.`)
  const fraction = match[2] ?? ''
  return { digits: BigInt(`${match[1]}${fraction}`), decimals: fraction.length }
}
