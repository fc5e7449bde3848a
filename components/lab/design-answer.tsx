import { formatCount, formatShare, formatUsd, formatUsdCompact } from '@/lib/core/format'
import { pairOf, rangeOf } from '@/lib/mechanism/tokenomics/range-of-runs'
import type { RunMeasure } from '@/lib/mechanism/tokenomics/run-measures'
import { Answer, Told } from './answer'
import type { DesignRanges } from './design-messages'

/** What B is beside A, in words: for who holds the token, who runs devices, and who designs. */
export function DesignAnswer({ ranges, months }: { ranges: DesignRanges; months: number }) {
  const [a, b] = ranges
  const middle = (measure: RunMeasure) =>
    [rangeOf(a.ends[measure]).p50, rangeOf(b.ends[measure]).p50] as const
  const price = pairOf(a.ends.price, b.ends.price)
  const [holderA, holderB] = middle('holderShare')
  const [rewardA, rewardB] = middle('rewardPerDevice')
  const [operatorsA, operatorsB] = middle('operators')
  const [paidA, paidB] = middle('paidUsd')
  return (
    <Answer
      todo={[
        {
          who: 'Holder',
          what: `who does not stake: ${formatShare(holderA)} of the share is left under A, ${formatShare(holderB)} under B.`,
        },
        {
          who: 'Operator',
          what: `a device earns ${formatUsd(rewardA)} a month under A and ${formatUsd(rewardB)} under B, with ${formatCount(Math.round(operatorsA))} and ${formatCount(Math.round(operatorsB))} operators running.`,
        },
        {
          who: 'Network',
          what: `pays ${formatUsdCompact(paidA)} a month under A and ${formatUsdCompact(paidB)} under B for its service and security, and unwinds in ${formatShare(a.phases.unwinding)} and ${formatShare(b.phases.unwinding)} of the months.`,
        },
      ]}
    >
      After {formatCount(months)} months{' '}
      {price.same === 1 ? (
        <>the token’s price is the same under both designs, whatever demand does.</>
      ) : (
        <>
          design B’s token is dearer than A’s in <Told>{formatShare(price.above)}</Told> of the seeds
          {price.change && (
            <>
              ; in the middle one it is <Told>{formatShare(Math.abs(price.change.p50))}</Told>{' '}
              {price.change.p50 < 0 ? 'cheaper' : 'dearer'}
              {price.told < 1 && ', counting those in which A’s is worth something'}
            </>
          )}
          .
        </>
      )}
    </Answer>
  )
}
