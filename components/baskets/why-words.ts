import { formatUsd } from '@/lib/core/format'
import type { WhyNot } from '@/lib/mechanism/allocation/why-not-more'
import { groupName } from './group-name'

/** Why a listing is not in a basket, or not more of it, in one sentence. */
export function whyWords(why: WhyNot, names: Record<string, string>): string {
  switch (why.kind) {
    case 'loses':
      return `Its mean value lies ${formatUsd(-why.gainUsd)} below its price.`
    case 'over budget':
      return `Its price alone exceeds the budget.`
    case 'over cap':
      return `Its price exceeds what the cap on ${groupName(why.group, names)} allows, ${formatUsd(why.mostUsd)}.`
    case 'budget left':
      return `It pays, but only ${formatUsd(why.leftUsd)} of the budget is left.`
    case 'cap left':
      return `It pays, but the cap on ${groupName(why.group, names)} has ${formatUsd(why.leftUsd)} left.`
    case 'tail left':
      return `It pays, but would take the tail loss ${formatUsd(why.overUsd)} over its limit.`
    case 'no exchange':
      return 'It pays in shares; no better basket of whole positions was found with it.'
    case 'partly':
      return `Held to the point where ${limitWords(why, names)}.`
    case 'worth less':
      return `${takes(why, names)}: more than the ${formatUsd(why.gainUsd)} it gains.`
  }
}

type Terms = Extract<WhyNot, { kind: 'worth less' | 'partly' }>

/** The limits it takes from, dearest first, and what that would bring elsewhere. */
function takes(why: Terms, names: Record<string, string>): string {
  const parts = termsOf(why, names)
  if (parts.length === 0) return 'What it takes of the limits brings more elsewhere'
  const text = parts.map(({ usd, name }) => `${formatUsd(usd)} of ${name}`).join(', ')
  return `Takes ${text}`
}

function limitWords(why: Terms, names: Record<string, string>): string {
  return termsOf(why, names)[0]?.name.concat(' is used up') ?? 'a limit is used up'
}

function termsOf({ budgetUsd, riskUsd, capsUsd, cap }: Terms, names: Record<string, string>) {
  return [
    { usd: budgetUsd, name: 'the budget’s worth' },
    { usd: riskUsd, name: 'the risk limit’s worth' },
    { usd: capsUsd, name: cap ? `the cap on ${groupName(cap, names)}` : 'the caps' },
  ]
    .filter(({ usd }) => usd >= 0.005)
    .sort((a, b) => b.usd - a.usd)
}
