'use client'

import Link from 'next/link'
import { Section, Table, Td, Th, Tr } from '@/components/ui'
import { formatChange, formatCount, formatDecimal, formatUsd } from '@/lib/core/format'
import { rewardFactor } from '@/lib/mechanism/congestion/dilution'
import type { EntryPoint } from '@/lib/mechanism/congestion/free-entry'
import { EntryAnswer } from './entry-answer'
import { type EntryGround, entryAt } from './entry-at'
import { EntryFigure, pointName } from './entry-figure'
import { entryKnobs } from './entry-knobs'
import { KnobForm } from './knob-form'
import type { Knobs } from './number-knobs'
import { useKnobs } from './use-knobs'

/** How many devices a reward pool carries, given what they cost to run. */
export function FreeEntry({ start, ground }: { start: Knobs; ground: EntryGround }) {
  const { values, query, set, reset } = useKnobs(entryKnobs, start)
  const { nodes } = ground
  const usd = ground.rewardsUsd * values.pool!
  const { pools } = entryAt(ground, values)
  const joining = values.joining!
  return (
    <>
      <EntryAnswer ground={ground} usd={usd} pools={pools} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-[20rem_1fr]">
        <KnobForm label="Figures of entry" knobs={entryKnobs} values={values} set={set} reset={reset} />
        <div className="min-w-0 space-y-8">
          <Section
            title="Reward and cost of the next device"
            note="filled: entry leads there; hollow: it leads away"
          >
            <EntryFigure
              ground={ground}
              values={values}
              origin={{ method: '#method', frame: `/embed/entry${query}` }}
            />
          </Section>
          <Section title="Where entry rests" note="devices enter while the next one earns more than it costs">
            <Table still caption="Points of rest" className="max-lg:min-w-[36rem]">
              <thead>
                <tr>
                  <Th>Pool</Th>
                  <Th numeric>Devices</Th>
                  <Th>Point</Th>
                  <Th numeric>Reward a device and month</Th>
                  <Th numeric>Against today’s devices</Th>
                </tr>
              </thead>
              <tbody>
                {pools.map(({ name, elasticity, points }) =>
                  points.map((point) => (
                    <Tr key={`${name} ${point.nodes}`}>
                      <Td className="whitespace-nowrap">
                        {elasticity > 0 ? `growing, ${formatDecimal(elasticity, 2)}` : 'fixed'}
                      </Td>
                      <Td numeric>{formatCount(Math.round(point.nodes))}</Td>
                      <Td className="min-w-44">
                        {pointName(point)}
                        <span className="block text-xs text-muted">{nature(point)}</span>
                      </Td>
                      <Td numeric>{point.nodes > 0 ? formatUsd(point.rewardPerNode) : '–'}</Td>
                      <Td numeric>{formatChange(point.nodes / nodes - 1)}</Td>
                    </Tr>
                  )),
                )}
              </tbody>
            </Table>
          </Section>
          <Section
            title={`If ${formatCount(joining)} devices join`}
            note={`the ${formatCount(nodes)} of ${ground.month}`}
          >
            <Table still caption="Reward per device and month if others join">
              <thead>
                <tr>
                  <Th>Pool</Th>
                  <Th numeric>Change</Th>
                  <Th numeric>Now, a month</Th>
                  <Th numeric>Then</Th>
                </tr>
              </thead>
              <tbody>
                {pools.map(({ name, elasticity }) => {
                  const factor = rewardFactor({ nodes, joining, poolElasticity: elasticity })
                  return (
                    <Tr key={name}>
                      <Td>{name}</Td>
                      <Td numeric>{formatChange(factor - 1)}</Td>
                      <Td numeric>{formatUsd(usd / nodes)}</Td>
                      <Td numeric>{formatUsd((usd / nodes) * factor)}</Td>
                    </Tr>
                  )
                })}
              </tbody>
            </Table>
            <p className="mt-3 max-w-prose text-sm text-muted">
              What that does to a position’s value, its running cost, salvage and right to move counted in,
              stands on the page of each{' '}
              <Link href="/market?network=relay" prefetch={false} className="link">
                position
              </Link>{' '}
              under “If others join”.
            </p>
          </Section>
          <Section id="method" title="Method">
            <div className="max-w-prose space-y-2 text-sm text-muted">
              <p>
                Devices enter cheapest first while pool(n)/n is above the cost of the next one, and leave
                dearest first while it is below. A fixed pool falls as 1/n and meets the rising costs once. A
                pool that grows as (n/n₀)<sup>η</sup> pays each device more the more there are where η is
                above 1: the first crossing is then a critical mass, which entry leads away from on either
                side.
              </p>
              <p>
                Costs and rewards: {ground.steps.length} operators of the relay network in {ground.month},
                from their public figures. The same distribution of costs is taken for those who do not run
                yet; how many they are is an assumption, and so is the power.
              </p>
            </div>
          </Section>
        </div>
      </div>
    </>
  )
}

const nature = ({ stability, kind }: EntryPoint): string =>
  stability === 'unstable'
    ? 'unstable: below it the network shrinks, above it grows'
    : kind === 'interior'
      ? 'stable: a few more or fewer lead back'
      : 'stable'
