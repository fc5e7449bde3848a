import { ChartFoot } from '@/components/charts/chart-foot'
import { AsTable, Figure, Figures, Section, Table, Td, Th, Tr } from '@/components/ui'
import { formatChange, formatCount, formatFixed, formatMonth } from '@/lib/core/format'
import { type EntryBacktest, entryErrors } from '@/lib/mechanism/congestion/entry-forecast'
import { monthText } from '@/lib/valuation/forecast/monthly-series'
import { ForecastDots } from './forecast-dots'

type Result = EntryBacktest & {
  networks: readonly { slug: string; name: string; months: number; costIsKnown: boolean }[]
}

/** Whether free entry foretold the number of devices: forecasts on the past alone, beside that nothing changes. */
export function EntryBacktestSection({ result }: { result: Result }) {
  const { forecasts, networks } = result
  const rows = networks
    .map((network) => ({
      ...network,
      ...entryErrors(forecasts.filter((one) => one.network === network.slug)),
    }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => a.error - a.noChangeError - (b.error - b.noChangeError))
  const months = forecasts.map(({ origin }) => origin)
  const known = networks.find(({ costIsKnown }) => costIsKnown)
  const name = (slug: string) => networks.find((one) => one.slug === slug)?.name ?? slug
  return (
    <Section
      id="backtest"
      title="Did entry follow the reward?"
      note="twelve months ahead, on real networks, fitted on what was known by then"
    >
      <Figures className="mb-4">
        <Figure
          size="lg"
          label="Error of the forecast"
          value={formatFixed(result.error, 3)}
          source={`mean absolute, log change of nodes; ${formatCount(result.n)} cases`}
        />
        <Figure
          size="lg"
          label="Error of “nothing changes”"
          value={formatFixed(result.noChangeError, 3)}
          source="the same cases"
        />
        <Figure
          label="Forecast against it"
          value={formatChange(result.error / result.noChangeError - 1)}
          source={
            result.error < result.noChangeError * 0.98
              ? 'less error'
              : result.error > result.noChangeError * 1.02
                ? 'more error'
                : 'no better and no worse; it moves no value'
          }
        />
      </Figures>
      <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,34rem)_minmax(0,1fr)]">
        <div>
          <ForecastDots
            label="Forecast and outcome of the log change of nodes over twelve months, one dot a case"
            points={forecasts.map((one) => ({
              x: one.forecast,
              y: one.outcome,
              name: `${name(one.network)}, ${formatMonth(monthText(one.origin))}`,
            }))}
          />
          <ChartFoot
            source="1kx-network/depin_tokenomics, commit ff2e881"
            asOf={
              months.length > 0
                ? `origins ${formatMonth(monthText(Math.min(...months)))} to ${formatMonth(monthText(Math.max(...months)))}`
                : 'no month'
            }
            method={{ href: '#backtest-method' }}
            data={{ csv: '/lab/entry/backtest.csv', json: '/lab/entry/backtest.json' }}
          />
        </div>
        <div className="min-w-0">
          <Table still caption="Error of the forecast by network, best against no change first">
            <thead>
              <tr>
                <Th>Network</Th>
                <Th numeric>Cases</Th>
                <Th numeric>Forecast</Th>
                <Th numeric>No change</Th>
                <Th numeric>Against it</Th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ slug, name, n, error, noChangeError }) => (
                <Tr key={slug}>
                  <Td>{name}</Td>
                  <Td numeric>{formatCount(n)}</Td>
                  <Td numeric>{formatFixed(error, 3)}</Td>
                  <Td numeric>{formatFixed(noChangeError, 3)}</Td>
                  <Td numeric>{formatChange(error / noChangeError - 1)}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
          <AsTable>
            <Table still caption="Every forecast and its outcome">
              <thead>
                <tr>
                  <Th>Network</Th>
                  <Th>From</Th>
                  <Th numeric>Forecast</Th>
                  <Th numeric>Outcome</Th>
                </tr>
              </thead>
              <tbody>
                {forecasts.map((one) => (
                  <Tr key={`${one.network} ${one.origin}`}>
                    <Td>{name(one.network)}</Td>
                    <Td>{formatMonth(monthText(one.origin))}</Td>
                    <Td numeric>{formatFixed(one.forecast, 2)}</Td>
                    <Td numeric>{formatFixed(one.outcome, 2)}</Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          </AsTable>
        </div>
      </div>
      <div id="backtest-method" className="mt-4 max-w-prose space-y-2 text-sm text-muted">
        <p>
          The log change of nodes over twelve months, on three figures: the log of reward per node over the
          network’s break-even, the growth of rewards over half a year (the network effect), and the growth of
          nodes over half a year (its own trend). One ridge regression over all networks, made anew each month
          on those cases alone whose outcome was known by then.
        </p>
        <p>
          Break-even is what a node costs where its operators publish it; elsewhere it is latent, and the
          median of what nodes earned so far stands for it.
          {known &&
            ` ${known.name} alone publishes costs, for ${formatCount(known.months)} months: too short a history for a case of its own, so that every forecast here rests on a latent one.`}
        </p>
      </div>
    </Section>
  )
}
