import { Section } from '@/components/ui'
import { turningPoints } from '@/lib/mechanism/tokenomics/flywheel'
import { phasesOfRun } from '@/lib/mechanism/tokenomics/range-of-runs'
import { type DesignRuns, designNames } from './design-run'
import { PhaseKey } from './phase-key'
import { PhaseStrip } from './phase-strip'

const monthOf = (epoch: number) => `month ${epoch}`

/** The flywheel's phases of each design's run, told by the rule that real networks are told by. */
export function RunFlywheel({ runs, seed }: { runs: DesignRuns; seed: number }) {
  return (
    <Section title="Flywheel" note={`the run of seed ${seed}, by the rule that the networks are told by`}>
      <div className="mb-3 space-y-3">
        {designNames.map((name, i) => {
          const points = phasesOfRun(runs[i]!)
          const turns = turningPoints(points)
          const last = points.at(-1)
          const told = turns.map(({ month, to }) => `${to} from ${monthOf(month)}`)
          return (
            <div key={name} className="grid grid-cols-[1.5rem_minmax(0,1fr)] items-start gap-x-2">
              <span className="font-medium">{name}</span>
              <div>
                <PhaseStrip
                  points={points}
                  turns={turns}
                  from={0}
                  to={runs[i]!.length - 1}
                  nameOf={monthOf}
                  label={`Design ${name}: ${[points[0]?.phase ?? 'no phase is told', ...told].join(', ')}`}
                />
                <p className="text-xs text-muted">
                  {last
                    ? `${told.length === 1 ? '1 turn' : `${told.length} turns`}; in the end ${last.phase}`
                    : 'Too short a run: no phase is told.'}
                </p>
              </div>
            </div>
          )
        })}
      </div>
      <PhaseKey />
    </Section>
  )
}
