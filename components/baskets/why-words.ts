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
      return `Held until ${termsOf(why, names)[0]?.limit ?? 'a limit'} is used up.`
    case 'worth less':
      return `Gains ${formatUsd(why.gainUsd)}, less than what it takes would bring elsewhere${elsewhere(why, names)}.`
  }
}

type Terms = Extract<WhyNot, { kind: 'worth less' | 'partly' }>

function elsewhere(why: Terms, names: Record<string, string>): string {
  const parts = termsOf(why, names).map(({ usd, of }) => `${formatUsd(usd)} ${of}`)
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`
}

/** What it takes of each limit, in what that is worth, dearest first. */
function termsOf({ budgetUsd, riskUsd, capsUsd, cap }: Terms, names: Record<string, string>) {
  const capName = cap ? `the cap on ${groupName(cap, names)}` : 'the caps'
  return [
    { usd: budgetUsd, of: 'of budget', limit: 'the budget' },
    { usd: riskUsd, of: 'for its risk', limit: 'the limit on risk' },
    { usd: capsUsd, of: `under ${capName}`, limit: capName },
  ]
    .filter(({ usd }) => usd >= 0.005)
    .sort((a, b) => b.usd - a.usd)
}
