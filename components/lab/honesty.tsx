'use client'

import Link from 'next/link'
import { useMemo } from 'react'
import { Figure, Figures, Section, Table, Td, Th, Tr } from '@/components/ui'
import { formatShare, formatUsd, formatUsdCompact } from '@/lib/core/format'
import {
  honestBond,
  type InspectionEquilibrium,
  type InspectionGame,
  inspectionEquilibrium,
  inspectionPayoffs,
} from '@/lib/mechanism/games/inspection-game'
import { type HonestyFigures, honestyKnobs } from './honesty-knobs'
import { KnobForm } from './knob-form'
import { LineFigure } from './line-figure'
import type { Knobs } from './number-knobs'
import { useKnobs } from './use-knobs'

/** Audit, detection, bond and gain: who cheats how often, and the bond at which nobody does. */
export function Honesty({
  start,
  kept,
  figures,
}: {
  start: Knobs
  /** what of the address is no knob's */
  kept: string
  /** the network or position it is about */
  figures?: HonestyFigures | undefined
}) {
  const knobs = useMemo(() => honestyKnobs(figures), [figures])
  const { values, set, reset } = useKnobs(knobs, start, kept)
  const game: InspectionGame = {
    gain: values.gain!,
    bond: values.bond!,
    detection: values.detection!,
    auditCost: values.audit!,
    harm: values.harm!,
    bondShare: values.share!,
  }
  const rest = inspectionEquilibrium(game)
  const bond = honestBond(game, values.rate!)
  const payoffs = inspectionPayoffs(game)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-[20rem_1fr]">
      <KnobForm label="Figures of the game" knobs={knobs} values={values} set={set} reset={reset} />
      <div className="min-w-0 space-y-8">
        {figures && (
          <p className="max-w-prose border-l-2 border-signal pl-3 text-sm">
            For{' '}
            <Link href={figures.href} className="link">
              {figures.name}
            </Link>
            : a false report earns a month’s reward of one device, {formatUsd(figures.rewardUsd)}, the average
            of {figures.basis} in {figures.month}. Detection, audit cost and audit rate are assumptions to
            set.
          </p>
        )}
        <Section title="Where it rests" note={kinds[rest.kind]}>
          <Figures>
            <Figure size="lg" label="Reports audited" value={percent(rest.auditRate)} />
            <Figure size="lg" label="Reports that are false" value={percent(rest.falseRate)} />
            <Figure
              size="lg"
              label={`Bond that makes honesty dominant at ${percent(values.rate!)} audits`}
              value={formatUsd(bond)}
              source={
                game.bond > bond
                  ? 'the bond above is larger: a false report is a loss'
                  : game.bond === bond
                    ? 'the bond above is just that: the operator is indifferent'
                    : 'the bond above is smaller: a false report pays'
              }
            />
          </Figures>
        </Section>
        <Section title="Bond by audit rate" note="below the line a false report pays">
          <LineFigure
            label="Bond that makes honesty dominant, by announced audit rate"
            x={{ name: 'announced audit rate', format: (x) => percent(x) }}
            y={{ name: 'bond, USD', format: (y) => formatUsdCompact(y), isLog: true }}
            series={[{ name: 'bond', points: curve(game) }]}
            mark={{ x: values.rate!, y: Math.max(bond, 0.01) }}
            origin={{
              source: figures
                ? `${figures.name}, reward per node of ${figures.month}; the other figures as set here`
                : 'the figures set here',
              method: '#method',
              file: 'honest-bond',
            }}
          />
        </Section>
        <Section id="method" title="The game" note="dollars a period: operator, network">
          <Table caption="Payoffs of the inspection game" className="max-w-prose">
            <thead>
              <tr>
                <Th>Operator</Th>
                <Th numeric>No audit</Th>
                <Th numeric>Audit</Th>
              </tr>
            </thead>
            <tbody>
              {['Reports what is so', 'Reports falsely'].map((name, row) => (
                <Tr key={name}>
                  <Td>{name}</Td>
                  {[0, 1].map((column) => (
                    <Td key={column} numeric>
                      {formatUsd(payoffs.operator[row]![column]!)},{' '}
                      {formatUsd(payoffs.network[row]![column]!)}
                    </Td>
                  ))}
                </Tr>
              ))}
            </tbody>
          </Table>
          <p className="mt-3 max-w-prose text-sm text-muted">
            At the mixed rest the network audits with a* = g / (d (g + B)), which leaves the operator
            indifferent, and the operator reports falsely with q* = c / (d (L + rB)), which leaves the network
            indifferent. Bound to an audit rate a, the bond is g (1 / (a d) − 1). Source: Avenhaus, von
            Stengel and Zamir, Inspection Games (2002).
          </p>
        </Section>
      </div>
    </div>
  )
}

const kinds: Record<InspectionEquilibrium['kind'], string> = {
  mixed: 'in mixed strategies: both are indifferent',
  'never audits': 'an audit never pays, so that every report is false',
  'always false': 'the bond is too small to deter even certain audits',
  'indifferent auditor':
    'a continuum: the network is indifferent to auditing; its end with most audits is shown',
  'indifferent operator': 'a continuum: certain audits leave the operator indifferent',
}

const percent = formatShare

function curve(game: InspectionGame) {
  return Array.from({ length: 100 }, (_, i) => (i + 1) / 100).flatMap((x) => {
    const y = honestBond(game, x)
    return y > 0.01 ? [{ x, y }] : []
  })
}
