'use client'

import { useMemo } from 'react'
import { Figure, Figures, Section, Table, Td, Th, Tr } from '@/components/ui'
import {
  formatCompact,
  formatCount,
  formatFixed,
  formatPercent,
  formatShare,
  formatUsd,
} from '@/lib/core/format'
import {
  type CirculationInput,
  circulationOfNetworks,
  countsAs,
  rewardOf,
} from '@/lib/mechanism/allocation/circulation-of-networks'
import { circulationKnobs } from './circulation-knobs'
import { CirculationNetworks } from './circulation-networks'
import { KnobForm } from './knob-form'
import { LineFigure } from './line-figure'
import type { Knobs } from './number-knobs'
import { useKnobs } from './use-knobs'

type Network = CirculationInput & { name: string; month: string }

const ELASTICITIES = Array.from({ length: 19 }, (_, i) => i * 0.05)

/** What all devices together would gain if they could move freely, with who gains and who loses. */
export function Circulation({ start, networks: given }: { start: Knobs; networks: readonly Network[] }) {
  const { values, set, reset } = useKnobs(circulationKnobs, start)
  const [elasticity, compatible, months, cost] = [
    values.elasticity!,
    values.compatible!,
    values.months!,
    values.cost!,
  ]
  const networks = useMemo(
    () =>
      given.map((one) => ({ ...one, rewardTransfer: Math.min(1, one.rewardTransfer * values.transfer!) })),
    [given, values.transfer],
  )
  const gap = useMemo(
    () => circulationOfNetworks(networks, { elasticity, compatible, months, cost }),
    [networks, elasticity, compatible, months, cost],
  )
  const range = useMemo(
    () =>
      ELASTICITIES.map((x) => ({
        x,
        y: circulationOfNetworks(networks, { elasticity: x, compatible, months, cost }).gainUsd,
      })),
    [networks, compatible, months, cost],
  )
  const all = networks.reduce((sum, { nodes }) => sum + nodes, 0)
  const pools = networks.reduce((sum, { poolUsd }) => sum + poolUsd, 0)
  const moves = networks.flatMap((from, i) =>
    networks.flatMap((to, j) => {
      const devices = gap.spread[i]![j]!
      return i !== j && devices >= 0.5 ? [{ from, to, devices }] : []
    }),
  )
  const known = [...new Set(networks.map(({ month }) => month))].sort()
  const source = `1kx-network/depin_tokenomics, commit ff2e881, ${known[0]} to ${known.at(-1)}, each network’s newest month, and the assumptions set here`
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[20rem_1fr]">
      <KnobForm label="Figures of moving" knobs={circulationKnobs} values={values} set={set} reset={reset} />
      <div className="min-w-0 space-y-8">
        <Section title="The gap" note="dollars a month, once no device gains by moving">
          <Figures>
            <Figure
              size="lg"
              label="All devices together"
              value={formatUsd(gap.gainUsd)}
              source={`${formatPercent((gap.gainUsd / pools) * 100, 2)} of what all pools pay`}
            />
            <Figure label="Those who move" value={formatUsd(gap.moversUsd)} />
            <Figure label="Those who stay" value={formatUsd(gap.gainUsd - gap.moversUsd)} />
            <Figure
              label="Before any dilution"
              value={formatUsd(gap.undilutedUsd)}
              source="what each device sees alone"
            />
            <Figure
              label="Devices that move"
              value={formatCount(Math.round(gap.moved))}
              source={`of ${formatCount(all)}`}
            />
          </Figures>
        </Section>
        <Section title="By how far pools grow" note="the same for every network; nobody knows this figure">
          <LineFigure
            label="Gain of all devices together, by the power with which a pool grows"
            x={{ name: 'power', format: (x) => formatFixed(x, 1) }}
            y={{ name: 'gain of all, USD a month', format: (y) => dollars(y) }}
            series={[{ name: 'gain', points: range }]}
            mark={{ x: elasticity, y: gap.gainUsd }}
            origin={{ source, method: '#method', file: 'circulation-by-power' }}
          />
        </Section>
        <Section title="Who gains and who loses" note="network by network, at rest">
          <CirculationNetworks gap={gap} networks={networks} source={source} />
        </Section>
        <Section title="Moves" note="at rest">
          {moves.length === 0 ? (
            <p className="text-muted">No device gains by moving.</p>
          ) : (
            <Table still caption="Moves at rest" className="max-w-3xl">
              <thead>
                <tr>
                  <Th>From</Th>
                  <Th>To</Th>
                  <Th numeric>Devices</Th>
                  <Th numeric>Earned a month</Th>
                  <Th numeric>A device there earns</Th>
                  <Th numeric>One that moves counts as</Th>
                </tr>
              </thead>
              <tbody>
                {moves.map(({ from, to, devices }) => (
                  <Tr key={`${from.slug} ${to.slug}`}>
                    <Td>{from.name}</Td>
                    <Td>{to.name}</Td>
                    <Td numeric>{formatCount(Math.round(devices))}</Td>
                    <Td numeric>{formatUsd(rewardOf(from))}</Td>
                    <Td numeric>{formatUsd(rewardOf(to))}</Td>
                    <Td numeric>{formatShare(countsAs(from, to))}</Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          )}
        </Section>
        <Section id="method" title="Method">
          <p className="max-w-prose text-sm text-muted">
            Devices of a network move to others of its category while one gains more than the move costs; each
            newcomer dilutes all who are there. It sees a part of the gap alone, on the log scale, as in the
            valuation: it counts as so much of a device there, in what it earns and in what it takes. The rest
            is where no device gains: the one maximum of a concave potential, the sum over networks of the
            integral of reward per node, less the cost of the moves (Rosenthal 1973; Beckmann, McGuire and
            Winsten 1956). The gain is what all earn there, switching paid, less what they earn today. It can
            be negative: each mover looks at its own reward only, and what the others lose is the price of
            anarchy. Nodes and rewards are each network’s newest published month of both ({known.join(', ')}
            ); compatibility, cost and time of a move, and the part of the gap are assumptions.
          </p>
        </Section>
      </div>
    </div>
  )
}

function dollars(value: number): string {
  return `${value < 0 ? '−' : ''}$${formatCompact(Math.abs(value))}`
}
