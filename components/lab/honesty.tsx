'use client'

import { useMemo } from 'react'
import { Figure, Figures, Section, Table, Td, Th, Tr } from '@/components/ui'
import { formatUsd } from '@/lib/core/format'
import {
  type InspectionEquilibrium,
  type InspectionGame,
  inspectionEquilibrium,
  inspectionPayoffs,
} from '@/lib/mechanism/games/inspection-game'
import { HonestyAnswer, rateText } from './honesty-answer'
import { HonestyFigure } from './honesty-figure'
import { type HonestyFigures, honestyKnobs } from './honesty-knobs'
import { KnobForm } from './knob-form'
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
  const { values, query, set, reset } = useKnobs(knobs, start, kept)
  const game: InspectionGame = {
    gain: values.gain!,
    bond: values.bond!,
    detection: values.detection!,
    auditCost: values.audit!,
    harm: values.harm!,
    bondShare: values.share!,
  }
  const rest = inspectionEquilibrium(game)
  const payoffs = inspectionPayoffs(game)
  return (
    <>
      <HonestyAnswer game={game} rate={values.rate!} figures={figures} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-[20rem_1fr]">
        <KnobForm label="Figures of the game" knobs={knobs} values={values} set={set} reset={reset} />
        <div className="min-w-0 space-y-8">
          <Section title="Bond by audit rate" note="the network is bound to the rate it announces">
            <HonestyFigure
              values={values}
              figures={figures}
              origin={{ method: '#method', frame: `/embed/honesty${query}` }}
            />
          </Section>
          <Section title="Where it rests if nobody is bound" note={kinds[rest.kind]}>
            <Figures>
              <Figure label="Reports audited" value={rateText(rest.auditRate)} source="of all" />
              <Figure label="Reports that are false" value={rateText(rest.falseRate)} source="of all" />
              <Figure
                label="Audits cost"
                value={formatUsd(rest.auditRate * game.auditCost)}
                source="a report, on average"
              />
              <Figure
                label="False reports cost the network"
                value={formatUsd(harmOf(game, rest))}
                source="a report, on average"
              />
            </Figures>
          </Section>
          <Section id="method" title="The game" note="dollars a period: operator, network">
            <Table still caption="Payoffs of the inspection game" className="max-w-prose">
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
              indifferent, and the operator reports falsely with q* = c / (d (L + rB)), which leaves the
              network indifferent. Bound to an audit rate a, a false report brings g (1 − a d) − a d B:
              nothing at the bond B = g (1 / (a d) − 1), and a loss above it. Source: Avenhaus, von Stengel
              and Zamir, Inspection Games (2002). Detection, audit cost and audit rate are assumptions to set.
            </p>
          </Section>
        </div>
      </div>
    </>
  )
}

/** What undetected false reports cost the network on average, at these rates. */
function harmOf(
  { harm, detection }: InspectionGame,
  { auditRate, falseRate }: InspectionEquilibrium,
): number {
  return falseRate * (1 - auditRate * detection) * harm
}

const kinds: Record<InspectionEquilibrium['kind'], string> = {
  mixed: 'in mixed strategies: both are indifferent',
  'never audits': 'an audit never pays, so that every report is false',
  'always false': 'the bond is too small to deter even certain audits',
  'indifferent auditor':
    'a continuum: the network is indifferent to auditing; its end with most audits is shown',
  'indifferent operator': 'a continuum: certain audits leave the operator indifferent',
}
