import { Empty, LinkButton } from '@/components/ui'
import { formatCount, formatUnits, formatUsd } from '@/lib/core/format'
import { type BasketQuery, basketHref } from '@/lib/market/basket-query'
import type { BasketAnswer } from '@/lib/mechanism/allocation/basket-answer'
import { groupName } from './group-name'

/** No basket: which limit leaves it empty, and the change that fills it. */
export function EmptyBasket({ answer }: { answer: BasketAnswer }) {
  const { title, words, change, to } = reasonOf(answer)
  return (
    <Empty
      title={title}
      action={
        change && (
          <LinkButton href={basketHref(answer.query, change)} prefetch={false} scroll={false}>
            {to}
          </LinkButton>
        )
      }
    >
      {words}
    </Empty>
  )
}

type Reason = { title: string; words: string; change?: Partial<BasketQuery>; to?: string }

function reasonOf(answer: BasketAnswer): Reason {
  const { plan, query, fillable, dearer, cheapest, undrawn, rows, names } = answer
  const { empty } = plan
  if (rows.length === 0) {
    if (fillable === 0 && query.among)
      return {
        title: 'None of these positions is for sale',
        words: 'No listing of the positions picked out can be filled right now.',
        change: { among: undefined },
        to: 'Look at all',
      }
    if (undrawn > 0)
      return {
        title: 'The scenarios are being drawn',
        words: `${formatCount(undrawn)} ${undrawn === 1 ? 'listing has' : 'listings have'} no scenarios yet; the worker draws them within a minute or two. Reload the page then.`,
      }
    if (dearer > 0 && cheapest !== undefined) {
      const budget = ((cheapest + 999_999n) / 1_000_000n) * 1_000_000n
      return {
        title: 'No listing is affordable',
        words: `The cheapest of ${formatCount(dearer)} costs ${formatUnits(cheapest)}; the budget is ${formatUnits(query.budget)}.`,
        change: { budget },
        to: `Make it ${formatUnits(budget)}`,
      }
    }
    return fillable === 0
      ? {
          title: 'Nothing is for sale',
          words: 'No listing can be filled right now, so there is nothing to choose from.',
        }
      : { title: 'Nothing to choose from', words: 'None of these listings can stand in a basket.' }
  }
  switch (empty?.kind) {
    case 'loses':
      return {
        title: 'Nothing here gains on average',
        words: `Of the ${formatCount(rows.length)} listings looked at, each costs more than it is worth on average${query.hold === 'whole' ? '' : ` when held for ${query.hold} months`}. Buying none of them is the best basket.`,
        ...(query.hold !== 'whole' && { change: { hold: 'whole' as const }, to: 'Hold as long as valued' }),
      }
    case 'budget':
      return {
        title: 'The budget binds',
        words: `The cheapest listing that gains costs ${formatUsd(empty.leastUsd)}.`,
        change: { budget: BigInt(Math.ceil(empty.leastUsd)) * 1_000_000n },
        to: `Make it ${formatUsd(Math.ceil(empty.leastUsd))}`,
      }
    case 'cap': {
      const kind = empty.group.slice(0, empty.group.indexOf(':')) as keyof BasketQuery['caps']
      return {
        title: `The cap on one ${kind} binds`,
        words: `It allows ${formatUsd(empty.mostUsd)} in ${groupName(empty.group, names)}, and the nearest listing costs ${formatUsd(empty.leastUsd)}.`,
        change: { caps: { ...query.caps, [kind]: 100 } },
        to: 'Take this cap off',
      }
    }
    case 'tail':
      return {
        title: 'The limit on the tail binds',
        words: `The worst twentieth may lose ${formatUsd(empty.mostUsd)} on average, and the least risky listing alone loses ${formatUsd(empty.leastUsd)}.`,
        change: { tail: 100 },
        to: 'Allow any tail loss',
      }
    case 'risk':
      return {
        title: 'No gain here is worth its risk',
        words: `At a risk aversion of ${query.aversion}, no listing adds more to the mean than its variance takes.`,
        change: { aversion: query.aversion / 10 },
        to: 'Ask for a tenth of that',
      }
    default:
      return { title: 'No basket was found', words: 'Relax a limit and look again.' }
  }
}
