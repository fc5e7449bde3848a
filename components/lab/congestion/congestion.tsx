'use client'

import Link from 'next/link'
import { useMemo } from 'react'
import { Figure, Figures, Section } from '@/components/ui'
import { formatFixed, formatUsd } from '@/lib/core/format'
import type { Standing } from '@/lib/mechanism/congestion/choice-of-network'
import { KnobForm } from '../knob-form'
import type { Knobs } from '../number-knobs'
import { useKnobs } from '../use-knobs'
import { ChoiceAnswer } from './choice-answer'
import { type CongestionNetwork, choiceAt } from './choice-at'
import { ChoiceFigure } from './choice-figure'
import { ChoiceTable } from './choice-table'
import { congestionKnobs } from './congestion-knobs'

/** Operators who choose among networks: where that rests, where it would be best, and the toll between the two. */
export function Congestion({
  start,
  category,
  networks,
}: {
  start: Knobs
  category: string
  networks: readonly CongestionNetwork[]
}) {
  const kept = `of=${category}`
  const { values, query, set, reset } = useKnobs(congestionKnobs, start, kept)
  const { priced, found } = useMemo(() => choiceAt(networks, values), [networks, values])
  const { equilibrium, optimum, today, tolled, priceOfAnarchy } = found
  return (
    <>
      <ChoiceAnswer category={category} networks={priced} found={found} reach={values.reach!} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-[20rem_1fr]">
        <KnobForm
          label="Figures of choosing"
          knobs={congestionKnobs}
          values={values}
          set={set}
          reset={reset}
        />
        <div className="min-w-0 space-y-8">
          <Section title="What operators keep together" note="rewards less running costs, dollars a month">
            <Figures>
              <Figure
                label="Today"
                value={formatUsd(today.surplusUsd)}
                source="with the devices where they stand"
              />
              <Figure
                label="At equilibrium"
                value={formatUsd(nothingNearZero(equilibrium, optimum))}
                source="no device gains by moving or switching off"
              />
              <Figure
                label="At the optimum"
                value={formatUsd(optimum.surplusUsd)}
                source="no arrangement leaves all together more"
              />
              <Figure
                label="Price of anarchy"
                value={Number.isFinite(priceOfAnarchy) ? formatFixed(priceOfAnarchy, 3) : '∞'}
                source={
                  Number.isFinite(priceOfAnarchy)
                    ? 'the optimum over the equilibrium: 1 were nothing lost'
                    : 'the optimum over the equilibrium, which keeps nothing'
                }
              />
            </Figures>
          </Section>
          <Section title="Between optimum and equilibrium" note="all networks’ devices moved in step">
            <ChoiceFigure
              networks={networks}
              values={values}
              origin={{ method: '#method', frame: `/embed/congestion${query}` }}
            />
            <p className="mt-2 max-w-prose text-sm text-muted">
              Each device that moves to where it gains raises the potential by just its gain, so that moves
              end at its top, the equilibrium. What all keep together has its top elsewhere, at the optimum:
              the drop from there is what choosing alone costs.
            </p>
          </Section>
          <Section title="Network by network" note="dollars a device and month">
            <ChoiceTable networks={priced} found={found} />
            <p className="mt-3 max-w-prose text-sm text-muted">
              The toll is what one device takes from the others of its network at the optimum. It is charged
              on where a device runs and given back by a rule that does not hang on it, in equal parts say.
              Solved again with these tolls, operators come to rest where they keep{' '}
              {formatUsd(tolled.surplusUsd)} together.
              {networks.some(({ isCostKnown }) => !isCostKnown) && ' * an assumption.'}
            </p>
          </Section>
          <Method months={[...new Set(networks.map(({ month }) => month))].sort().join(', ')} />
        </div>
      </div>
    </>
  )
}

function Method({ months }: { months: string }) {
  return (
    <Section id="method" title="Method">
      <div className="max-w-prose space-y-2 text-sm text-muted">
        <p>
          A device on network i costs c<sub>i</sub> − (P<sub>i</sub>/n<sub>i</sub>)(x/n<sub>i</sub>)
          <sup>η−1</sup> a month when x devices share its pool: running cost less reward, the pool P
          <sub>i</sub> of today’s n<sub>i</sub> devices growing with power η. Switched off it costs nothing.
          Every device can serve every network of the category, which flatters moving: see the{' '}
          <Link href="/lab/circulation" prefetch={false} className="link">
            circulation gap
          </Link>{' '}
          for what moving takes. Within a category reward and running cost are taken as one figure each.
        </p>
        <p>
          Equilibrium: least Σ∫c (Beckmann, McGuire & Winsten 1956, the continuous form of Rosenthal 1973).
          Optimum: least Σ x c(x). Toll: x c′(x) at the optimum (Pigou 1920), which here is (1 − η) of the
          reward. The same solver gives Pigou’s two roads their 4/3 and the road of degree four its 2.1505
          (Roughgarden & Tardos 2002); games of few players have Braess’s 80 minutes for 65 and never more
          than 5/2 (Christodoulou & Koutsoupias 2005), in its tests. η of each network, with its interval:{' '}
          <Link href="/lab/network-effects" prefetch={false} className="link">
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
  )
}

/** What entry leaves of the rewards is zero up to the solver's last digit, and said as such. */
function nothingNearZero(rest: Standing, best: Standing): number {
  return Math.abs(rest.surplusUsd) < 1e-6 * Math.abs(best.surplusUsd) ? 0 : rest.surplusUsd
}
