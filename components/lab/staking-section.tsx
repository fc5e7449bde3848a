'use client'

import { Section, Table, Td, Th, Tr } from '@/components/ui'
import { formatChange, formatShare, formatUsdCompact } from '@/lib/core/format'
import { lastYearIssuance, valueAtStake } from '@/lib/mechanism/tokenomics/run-figures'
import { restingStake, stakingReturns } from '@/lib/mechanism/tokenomics/staking'
import { type DesignRuns, designNames } from './design-run'
import type { FigureOrigin } from './figure-foot'
import { LineFigure } from './line-figure'
import type { Knobs } from './number-knobs'

/** What stakers earn by how much is staked, and what those lose who do not stake. */
export function StakingSection({
  values,
  runs,
  origin,
}: {
  values: Knobs
  runs: DesignRuns
  origin: FigureOrigin
}) {
  const designs = designNames.map((name, i) => ({
    name,
    issuance: lastYearIssuance(runs[i]!, values[`stakers${name}`]!),
    staked: values[`staked${name}`]!,
    asked: values[`asked${name}`]!,
    atStakeUsd: valueAtStake(runs[i]!, values[`staked${name}`]!),
  }))
  const paying = designs.filter(({ issuance }) => issuance > 0)
  return (
    <Section
      title="Staking"
      note="the run’s last year: emission to stakers over the circulation at its start"
    >
      {paying.length === 0 ? (
        <p className="max-w-prose text-muted">
          Neither design pays stakers: choose “Validators” above, or give them a part of the emission under
          “Staking and bonds”.
        </p>
      ) : (
        <div className="space-y-6">
          <LineFigure
            label="Yearly reward of a staked token, by the share of the supply that is staked"
            x={{ name: 'share of the supply staked', format: formatShare }}
            y={{ name: 'reward a year', format: formatShare }}
            series={paying.map(({ name, issuance }) => ({
              name,
              points: Array.from({ length: 19 }, (_, k) => 0.1 + k * 0.05).map((x) => ({
                x,
                y: stakingReturns(issuance, x).nominal,
              })),
            }))}
            dots={paying
              .map(({ name, issuance, asked }) => ({ name, issuance, x: restingStake(issuance, asked) }))
              .filter(({ x }) => x >= 0.1)
              .map(({ name, issuance, x }) => ({
                x,
                y: stakingReturns(issuance, x).nominal,
                name: `${name} comes to rest: ${formatShare(x)} staked`,
                label: `${name} rests`,
                isHollow: false,
              }))}
            origin={{ ...origin, file: 'staking' }}
          />
          <Table still caption="What staking moves in each design" className="max-lg:min-w-[44rem]">
            <thead>
              <tr>
                <Th>Design</Th>
                <Th numeric>Staked</Th>
                <Th numeric>Reward a year</Th>
                <Th numeric>A staker’s share</Th>
                <Th numeric>Everyone else’s</Th>
                <Th numeric>Supply moved</Th>
                <Th numeric>At stake</Th>
                <Th numeric>At rest, staked</Th>
              </tr>
            </thead>
            <tbody>
              {paying.map(({ name, issuance, staked, asked, atStakeUsd }) => {
                const { nominal, real, dilution, transferred } = stakingReturns(issuance, staked)
                return (
                  <Tr key={name}>
                    <Td>
                      <a href="#method" className="font-medium hover:text-signal-text">
                        {name}
                      </a>
                    </Td>
                    <Td numeric>{formatShare(staked)}</Td>
                    <Td numeric>{formatShare(nominal)}</Td>
                    <Td numeric>{formatChange(real)}</Td>
                    <Td numeric>{formatChange(dilution)}</Td>
                    <Td numeric>{formatShare(transferred)}</Td>
                    <Td numeric>{formatUsdCompact(atStakeUsd)}</Td>
                    <Td numeric>{formatShare(restingStake(issuance, asked))}</Td>
                  </Tr>
                )
              })}
            </tbody>
          </Table>
        </div>
      )}
    </Section>
  )
}
