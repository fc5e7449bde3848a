import { formatCount, formatShare, formatUnits, formatUsd } from '@/lib/core/format'
import type { BasketAnswer } from '@/lib/mechanism/allocation/basket-answer'
import { groupName } from './group-name'

/** Limits named; more would be a list. */
const MOST_NAMED = 3

/** What is bought and why no more of it, in two sentences. */
export function BasketInWords({ answer }: { answer: BasketAnswer }) {
  const { plan, query, rows } = answer
  const held = rows.filter((row) => row.held)
  const networks = new Set(held.map(({ network }) => network.slug)).size
  const limits = limitsOf(answer)
  return (
    <p className="max-w-[80ch] [&_b]:figures [&_b]:font-medium">
      {query.whole ? 'Buys' : 'Holds shares of'} {count(held.length, 'position')} on{' '}
      {count(networks, 'network')} for <b>{formatUsd(plan.costUsd)}</b>. On average they are worth{' '}
      <b>{formatUsd(plan.gainUsd)}</b> more than that. They lose in {formatShare(plan.lossChance)} of the
      scenarios, and in the worst twentieth of all{' '}
      {plan.cvarUsd > 0.005 ? (
        <>
          <b>{formatUsd(plan.cvarUsd)}</b> on average
        </>
      ) : (
        'nothing on average'
      )}
      .{' '}
      {limits.length > 0
        ? `What keeps it from gaining more: ${limits.join(', ')}.`
        : `Nothing else for sale adds to it: ${formatUnits(query.budget)} is more than it needs.`}
    </p>
  )
}

/** What binds, by what a dollar more of it would bring, the dearest first. */
function limitsOf({ plan: { prices }, query, names }: BasketAnswer): string[] {
  const limits = [
    { price: prices.budget, name: 'the budget' },
    { price: prices.tail, name: 'the limit on tail loss' },
    ...prices.caps.map(({ group, price }) => ({ price, name: `the cap on ${groupName(group, names)}` })),
  ]
    .filter(({ price }) => price > 1e-6)
    .sort((a, b) => b.price - a.price)
    .map(({ name }) => name)
  if (query.objective === 'variance') limits.unshift('its own risk')
  const more = limits.length - MOST_NAMED
  return more > 0 ? [...limits.slice(0, MOST_NAMED), `and ${formatCount(more)} more`] : limits
}

const count = (number: number, thing: string) => `${formatCount(number)} ${thing}${number === 1 ? '' : 's'}`
