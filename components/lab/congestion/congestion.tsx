'use client'

import Link from 'next/link'
import { useMemo } from 'react'
import { Figure, Figures, Section, Table, Td, Th, Tr } from '@/components/ui'
import { formatChange, formatCompact, formatCount, formatDecimal, formatUsd } from '@/lib/core/format'
import { choiceOfNetwork, type Standing } from '@/lib/mechanism/congestion/choice-of-network'
import { KnobForm } from '../knob-form'
import { LineFigure } from '../line-figure'
import type { Knobs } from '../number-knobs'
import { useKnobs } from '../use-knobs'
import { congestionKnobs } from './congestion-knobs'

export type CongestionNetwork = {
  slug: string
  name: string
  nodes: number
  poolUsd: number
  month: string
  runningCostUsd: number
  isCostKnown: boolean
}

/** Operators who choose among networks: where that rests, where it would be best, and the toll between the two. */
export function Congestion({
  start,
  kept,
  networks,
}: {
  start: Knobs
  /** what of the address is no knob's */
  kept: string
  networks: readonly CongestionNetwork[]
}) {
  const { values, set, reset } = useKnobs(congestionKnobs, start, kept)
  const [elasticity, reach, cost] = [values.elasticity!, values.reach!, values.cost!]
  const priced = useMemo(
    () => networks.map((one) => ({ ...one, runningCostUsd: one.runningCostUsd * cost })),
    [networks, cost],
  )
  const found = useMemo(() => choiceOfNetwork(priced, { reach, elasticity }), [priced, reach, elasticity])
  const lost = found.optimum.surplusUsd - found.equilibrium.surplusUsd
  const months = [...new Set(networks.map(({ month }) => month))].sort().join(', ')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-[20rem_1fr]">
      <KnobForm label="Figures of choosing" knobs={congestionKnobs} values={values} set={set} reset={reset} />
      <div className="min-w-0 space-y-8">
        <Section title="What congestion costs" note="dollars a month that operators keep together">
          <Figures>
            <Figure
              size="lg"
              label="At equilibrium"
              value={formatUsd(nothingNearZero(found.equilibrium, found.optimum))}
              source="no device gains by moving or switching off"
            />
            <Figure
              size="lg"
              label="At the optimum"
              value={formatUsd(found.optimum.surplusUsd)}
              source={`${formatUsd(lost)} more`}
            />
            <Figure
              size="lg"
              label="Price of anarchy"
              value={Number.isFinite(found.priceOfAnarchy) ? formatDecimal(found.priceOfAnarchy, 3) : '∞'}
              source={
                Number.isFinite(found.priceOfAnarchy)
                  ? 'the optimum over the equilibrium'
                  : 'entry leaves nothing of the rewards'
              }
            />
            <Figure
              label="Today"
              value={formatUsd(found.today.surplusUsd)}
              source="with the devices there are"
            />
          </Figures>
        </Section>
        <Section title="The toll that closes the gap" note="dollars a device and month">
          <Table caption="Devices, rewards and toll by network" className="max-lg:min-w-[52rem]">
            <thead>
              <tr>
                <Th>Network</Th>
                <Th numeric>Costs to run</Th>
                <Th numeric>Devices today</Th>
                <Th numeric>At equilibrium</Th>
                <Th numeric>At the optimum</Th>
                <Th numeric>Reward there</Th>
                <Th numeric>Pigou’s toll</Th>
              </tr>
            </thead>
            <tbody>
              {priced.map(({ slug, name, runningCostUsd, isCostKnown, nodes }, i) => (
                <Tr key={slug} className="hover:bg-sunken">
                  <Td>
                    <Link href={`/networks/${slug}`} className="font-medium hover:text-signal-text">
                      {name}
                    </Link>
                  </Td>
                  <Td numeric>
                    {formatUsd(runningCostUsd)}
                    {!isCostKnown && <span title="an assumption"> *</span>}
                  </Td>
                  <Td numeric>{formatCount(Math.round(nodes))}</Td>
                  <Td numeric>{devices(found.equilibrium, i)}</Td>
                  <Td numeric>{devices(found.optimum, i)}</Td>
                  <Td numeric>
                    {found.optimum.devices[i]! > 0 ? formatUsd(found.optimum.rewardUsd[i]!) : '–'}
                  </Td>
                  <Td numeric className="text-ink">
                    {formatUsd(found.tollUsd[i]!)}
                  </Td>
                </Tr>
              ))}
              <Tr>
                <Td className="text-muted">Switched off</Td>
                <Td numeric>{formatUsd(0)}</Td>
                <Td numeric>{formatCount(Math.round(found.today.idle))}</Td>
                <Td numeric>{formatCount(Math.round(found.equilibrium.idle))}</Td>
                <Td numeric>{formatCount(Math.round(found.optimum.idle))}</Td>
                <Td numeric>–</Td>
                <Td numeric>–</Td>
              </Tr>
            </tbody>
          </Table>
          <p className="mt-3 max-w-prose text-sm text-muted">
            The toll is what one device takes from the others of its network at the optimum. Charged, and
            given back to operators in equal parts or by any rule that does not hang on where they run, it
            makes the optimum the place where nobody moves: the equilibrium with tolls keeps{' '}
            {formatUsd(found.tolled.surplusUsd)},{' '}
            {formatChange(found.tolled.surplusUsd / found.optimum.surplusUsd - 1)} off the optimum.
            {networks.some(({ isCostKnown }) => !isCostKnown) && ' * an assumption.'}
          </p>
        </Section>
        <Section title="Between optimum and equilibrium" note="all networks’ devices moved in step">
          <LineFigure
            label="What operators keep and the potential, from the optimum to the equilibrium and past it"
            x={{ name: '0 the optimum, 1 the equilibrium', format: (x) => formatDecimal(x, 1) }}
            y={{ name: 'below its top, USD a month', format: dollars }}
            series={[
              {
                name: 'operators keep',
                points: found.way.map(({ at, surplusUsd }) => ({
                  x: at,
                  y: surplusUsd - found.optimum.surplusUsd,
                })),
              },
              {
                name: 'Rosenthal’s potential, sign turned',
                points: found.way.map(({ at, potentialUsd }) => ({
                  x: at,
                  y: found.equilibrium.potentialUsd - potentialUsd,
                })),
              },
            ]}
            origin={{
              source: `nodes and rewards of ${months}, 1kx-network/depin_tokenomics and the relay network’s operators`,
              method: '#method',
              file: 'congestion',
            }}
          />
          <p className="mt-2 max-w-prose text-sm text-muted">
            Each device that moves to where it gains raises the turned potential by just its gain, so that
            moves end at its top, the equilibrium; what all keep together has its top elsewhere.
          </p>
        </Section>
        <Section id="method" title="Method">
          <div className="max-w-prose space-y-2 text-sm text-muted">
            <p>
              A device on network i costs c<sub>i</sub> − (P<sub>i</sub>/n<sub>i</sub>)(x/n<sub>i</sub>)
              <sup>η−1</sup> a month when x devices share its pool: running cost less reward, the pool P
              <sub>i</sub> of today’s n<sub>i</sub> devices growing with power η. Switched off it costs
              nothing. Every device can serve every network of the category, which flatters moving: see the{' '}
              <Link href="/lab/circulation" className="link">
                circulation gap
              </Link>{' '}
              for what moving takes.
            </p>
            <p>
              Equilibrium: least Σ∫c (Beckmann, McGuire & Winsten 1956, the continuous form of Rosenthal
              1973). Optimum: least Σ x c(x). Toll: x c′(x) at the optimum (Pigou 1920), which here is (1 − η)
              of the reward. The same solver gives Pigou’s two roads their 4/3, the road of degree four its
              2.1505, and Braess’s paradox its 80 minutes for 65, in its tests. η of each network, with its
              interval:{' '}
              <Link href="/lab/network-effects" className="link">
                network effects
              </Link>
              .
            </p>
            <p>
              Nodes and rewards: each network’s newest published month of both ({months}). Running costs: sums
              over the relay network’s operators, assumptions elsewhere.
            </p>
          </div>
        </Section>
      </div>
    </div>
  )
}

const devices = ({ devices }: Standing, i: number) => formatCount(Math.round(devices[i]!))

/** What entry leaves of the rewards is zero up to the solver's last digit, and said as such. */
function nothingNearZero(rest: Standing, best: Standing): number {
  return Math.abs(rest.surplusUsd) < 1e-6 * Math.abs(best.surplusUsd) ? 0 : rest.surplusUsd
}

const dollars = (value: number) => `${value < 0 ? '−' : ''}$${formatCompact(Math.abs(value))}`
