'use client'

import { Button, Figure, Figures, Section } from '@/components/ui'
import { formatCompact, formatCount, formatDecimal, formatShare, formatUsd } from '@/lib/core/format'
import {
  burnAndMintEpochs,
  burnAndMintEquilibrium,
  burnAndMintHalfLife,
} from '@/lib/mechanism/tokenomics/burn-and-mint'
import { burnAndMintAlone, type DesignName } from './design-knobs'
import { burnAndMintOf } from './design-of'
import { type DesignRuns, designNames } from './design-run'
import type { FigureOrigin } from './figure-foot'
import { LineFigure } from './line-figure'
import type { Knobs } from './number-knobs'

/** Each design’s supply beside the closed path of burn and mint: its first month’s emission and demand, kept for ever. */
export function ClosedFormSection({
  values,
  runs,
  set,
  origin,
}: {
  values: Knobs
  runs: DesignRuns
  set: (key: string, value: number) => void
  origin: FigureOrigin
}) {
  return (
    <Section
      title="Against the closed form"
      note="if the first month’s emission and demand stayed: S* = M ÷ v, p* = B ÷ M"
    >
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        {designNames.map((name, i) => (
          <div key={name}>
            <div className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
              <h3 className="font-medium">Design {name}</h3>
              <Button
                size="sm"
                onClick={() => {
                  for (const [key, value] of Object.entries(burnAndMintAlone)) set(`${key}${name}`, value)
                }}
              >
                Burn and mint alone
              </Button>
            </div>
            <Closed name={name} values={values} run={runs[i]!} origin={origin} />
          </div>
        ))}
      </div>
    </Section>
  )
}

function Closed({
  name,
  values,
  run,
  origin,
}: {
  name: DesignName
  values: Knobs
  run: DesignRuns[number]
  origin: FigureOrigin
}) {
  const found = burnAndMintOf(values, name)
  if (!found)
    return (
      <p className="text-muted">
        No closed form: it needs a price by the quantity equation and an emission above zero.
      </p>
    )
  const { model, startSupply } = found
  const rest = burnAndMintEquilibrium(model)
  const path = burnAndMintEpochs(model, startSupply, run.length)
  const apart = Math.max(
    ...run.map(({ supply, treasury }, k) => Math.abs((supply - treasury) / path[k]! - 1)),
  )
  return (
    <>
      <Figures className="mb-4">
        <Figure label="Supply at rest, S*" value={formatCompact(rest.supply)} unit="tokens" />
        <Figure label="Price at rest, p*" value={formatUsd(rest.price)} />
        <Figure label="Half-life" value={formatDecimal(burnAndMintHalfLife(model), 1)} unit="months" />
        <Figure
          label="Run and closed path apart"
          value={apart < 1e-9 ? 'nowhere' : `up to ${formatShare(apart)}`}
        />
      </Figures>
      <LineFigure
        label={`Circulating supply of design ${name} and the closed path of burn and mint, by month`}
        x={{ name: 'month', format: formatCount }}
        y={{ name: 'tokens in circulation', format: formatCompact }}
        series={[
          {
            name: 'run',
            points: run.map(({ epoch, supply, treasury }) => ({ x: epoch, y: supply - treasury })),
          },
          { name: 'closed path', points: path.map((y, x) => ({ x, y })) },
        ]}
        origin={{ ...origin, file: `burn-and-mint-${name.toLowerCase()}` }}
      />
    </>
  )
}
