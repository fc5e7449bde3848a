'use client'

import type { ReactNode } from 'react'
import { AsTable, Figure, Figures, Table, Td, Th, Tr } from '@/components/ui'
import { formatCount, formatPercent, formatUsd } from '@/lib/core/format'
import type { UsdUnits } from '@/lib/core/money'
import type { Receipt } from '@/lib/valuation/engine/receipt'
import { BreakEvenChart } from './break-even-chart'
import { FanChart } from './fan-chart'
import { ImpliedByPrice } from './implied-by-price'
import type { Findings } from './messages'
import { Recompute } from './recompute'
import { Tornado } from './tornado'
import { useValuation } from './use-valuation'
import { WhatIfPanel } from './what-if-panel'

/** Everything about a value that a browser can work out by itself from the receipt. */
export function ValuationLab({ receipt, price }: { receipt: Receipt; price: UsdUnits | undefined }) {
  const dollars = price === undefined ? undefined : Number(price) / 1e6
  const { progress, findings, otherwise, failure, recompute, askOtherwise } = useValuation(receipt, dollars)
  const { horizon, rewardGrowth, requiredReturn } = receipt.inputs
  const source = `Recomputed in this browser: model ${receipt.model}, ${formatCount(receipt.settings.paths)} paths, seed ${receipt.settings.seed}.`
  return (
    <div className="grid gap-8">
      <Recompute progress={progress} findings={findings} failure={failure} onRecompute={recompute} />
      {findings && (
        <>
          <Part
            title="What is still to come"
            says="Cash still to come under the holder’s best policy, discounted to each month: nine holders in ten stay inside the band. Line: median; dashed: mean."
          >
            <div className="h-64">
              <FanChart fan={findings.fan} label="Value still to come, by month" />
            </div>
            <p className="mt-1 text-xs text-muted">US dollars. {source}</p>
            <FanTable findings={findings} />
          </Part>
          <Part
            title="What if"
            says="Change what you think otherwise of; the value follows while the slider moves."
          >
            <WhatIfPanel
              value={findings.value}
              valued={{
                value: BigInt(receipt.value),
                p5: BigInt(receipt.p5),
                p50: BigInt(receipt.p50),
                p95: BigInt(receipt.p95),
              }}
              horizon={horizon.value}
              price={price}
              otherwise={otherwise}
              onAsk={askOtherwise}
            />
          </Part>
          <Part
            title="What moves it"
            says="Change of the value for a small change of one input, all else as it is."
          >
            <Tornado greeks={findings.greeks} />
            <p className="mt-2 text-xs text-muted">US dollars. {source}</p>
          </Part>
          <Part
            title="When it pays back"
            says={`Bought at ${formatUsd(dollars ?? findings.value)}${dollars === undefined ? ', its value,' : ''} cash received reaches what was paid, undiscounted, hardware sale included.`}
          >
            <PayBack findings={findings} />
            <p className="mt-1 text-xs text-muted">Share of holders, %. {source}</p>
          </Part>
          {findings.implied && dollars !== undefined && (
            <Part title="What would have to be true" says="for the asking price to be the value.">
              <ImpliedByPrice
                price={dollars}
                value={findings.value}
                implied={findings.implied}
                assumed={{ growth: rewardGrowth.value, requiredReturn: requiredReturn.value }}
              />
            </Part>
          )}
        </>
      )}
    </div>
  )
}

function Part({ title, says, children }: { title: string; says: string; children: ReactNode }) {
  return (
    <section className="border-t border-rule pt-3">
      <h3 className="font-medium">{title}</h3>
      <p className="mb-3 max-w-prose text-sm text-muted">{says}</p>
      {children}
    </section>
  )
}

function FanTable({ findings }: { findings: Findings }) {
  return (
    <AsTable>
      <Table caption="Value still to come, by month">
        <thead>
          <tr>
            <Th>After</Th>
            <Th numeric>P5</Th>
            <Th numeric>P50</Th>
            <Th numeric>P95</Th>
            <Th numeric>Mean</Th>
          </tr>
        </thead>
        <tbody>
          {findings.fan
            .filter(({ month }) => month % 3 === 0)
            .map(({ month, p5, p50, p95, mean }) => (
              <Tr key={month}>
                <Td>{month === 0 ? 'today' : `${month} months`}</Td>
                <Td numeric>{formatUsd(p5)}</Td>
                <Td numeric>{formatUsd(p50)}</Td>
                <Td numeric>{formatUsd(p95)}</Td>
                <Td numeric>{formatUsd(mean)}</Td>
              </Tr>
            ))}
        </tbody>
      </Table>
    </AsTable>
  )
}

function PayBack({ findings: { breakEven } }: { findings: Findings }) {
  const { probability, days, byMonth } = breakEven
  const day = (count: number | null) =>
    count === null ? <span className="font-sans">not within</span> : formatCount(count)
  const unit = (count: number | null) => (count === null ? 'the horizon' : 'days')
  return (
    <>
      <Figures className="mb-4">
        <Figure label="Chance of payback" value={formatPercent(probability * 100, 1)} />
        <Figure label="One holder in ten by" value={day(days.p10)} unit={unit(days.p10)} />
        <Figure label="Half of them by" value={day(days.p50)} unit={unit(days.p50)} />
        <Figure label="Nine in ten by" value={day(days.p90)} unit={unit(days.p90)} />
      </Figures>
      <div className="h-52">
        <BreakEvenChart byMonth={[...byMonth]} label="Share of holders by the month they break even" />
      </div>
      <AsTable>
        <Table caption="Share of holders by the month they break even">
          <thead>
            <tr>
              <Th>Month</Th>
              <Th numeric>Share of holders</Th>
            </tr>
          </thead>
          <tbody>
            {[...byMonth].map((share, index) => (
              // a month's place is its name
              <Tr key={`month-${index + 1}`}>
                <Td numeric className="text-left">
                  {index + 1}
                </Td>
                <Td numeric>{formatPercent(share * 100, 1)}</Td>
              </Tr>
            ))}
            <Tr>
              <Td>not within the horizon</Td>
              <Td numeric>{formatPercent((1 - probability) * 100, 1)}</Td>
            </Tr>
          </tbody>
        </Table>
      </AsTable>
    </>
  )
}
