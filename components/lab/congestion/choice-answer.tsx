import { formatShare, formatUsd, formatUsdCompact } from '@/lib/core/format'
import type { ChoiceOfNetwork } from '@/lib/mechanism/congestion/choice-of-network'
import { Answer, Told } from '../answer'
import type { CongestionNetwork } from './choice-at'

/** What choosing alone costs, what it would take, and what an operator and a network can do with it. */
export function ChoiceAnswer({
  category,
  networks,
  found,
  reach,
}: {
  category: string
  networks: readonly CongestionNetwork[]
  found: ChoiceOfNetwork
  /** devices that could run, over those that do */
  reach: number
}) {
  const { equilibrium, optimum, today, priceOfAnarchy, tollUsd } = found
  const lost = optimum.surplusUsd - equilibrium.surplusUsd
  const gained = equilibrium.surplusUsd - today.surplusUsd
  const falls = networks
    .map(({ name }, i) => ({ name, now: today.rewardUsd[i]!, later: equilibrium.rewardUsd[i]! }))
    .filter((_, i) => equilibrium.devices[i]! >= 1)
    .sort((a, b) => a.later / a.now - b.later / b.now)
  const [most] = falls
  const tolls = networks.flatMap(({ name }, i) =>
    tollUsd[i]! > 0.005 ? [`${formatUsd(tollUsd[i]!)} on ${name}`] : [],
  )
  return (
    <Answer
      todo={[
        ...(most && most.later < most.now * 0.99
          ? [
              {
                who: 'An operator',
                what: (
                  <>
                    does not count on today’s reward: {most.name} pays a device {formatUsd(most.now)} a month
                    now, and {formatUsd(most.later)} once nobody gains by moving any more.
                  </>
                ),
              },
            ]
          : []),
        {
          who: 'A network',
          what:
            tolls.length > 0 ? (
              <>
                closes the gap with a toll a device and month of {tolls.join(', ')}, given back in equal
                parts; or with a pool that grows with it: the closer its power is to 1, the smaller the toll.
              </>
            ) : (
              <>needs no toll: at the optimum nobody runs.</>
            ),
        },
      ]}
    >
      {Number.isFinite(priceOfAnarchy) ? (
        <>
          Where each operator looks at its own reward, all {category} devices keep{' '}
          <Told>{formatUsd(equilibrium.surplusUsd)}</Told> a month after running costs. Arranged for the best
          of all they would keep <Told>{formatUsd(optimum.surplusUsd)}</Told>: choosing alone costs them{' '}
          <Told>{formatUsdCompact(lost)}</Told>, {formatShare(lost / optimum.surplusUsd)}.
        </>
      ) : (
        <>
          Where each operator looks at its own reward, {category} devices enter until running costs take all
          of it. Arranged for the best of all they would keep <Told>{formatUsd(optimum.surplusUsd)}</Told> a
          month.
        </>
      )}{' '}
      {reach >= 1 && (
        <>
          Where they stand today they keep <Told>{formatUsd(today.surplusUsd)}</Told>
          {gained >= 0
            ? `: moving and entering freely would bring ${formatUsdCompact(gained)} more.`
            : `: those who would still move or enter take ${formatUsdCompact(-gained)} of it.`}
        </>
      )}
    </Answer>
  )
}
