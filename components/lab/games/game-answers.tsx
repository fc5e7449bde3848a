import { Button, Input, Section, SkeletonRows } from '@/components/ui'
import { formatDecimal } from '@/lib/core/format'
import { download } from '../download'
import { ContinuaList } from './continua-list'
import { EquilibriaList } from './equilibria-list'
import type { GameDraft } from './game-draft'
import { GameMethod } from './game-method'
import { LabelPaths } from './label-paths'
import { LearningFigure } from './learning-figure'
import { LEARNERS, LEARNING_TIME } from './learning-scope'
import { namesOf } from './strategy-names'
import type { Solved } from './use-solver'

/** All that was found about a game: its equilibria, what learning does, Lemke and Howson's ways, and the method. */
export function GameAnswers({
  solved,
  isStale,
  onStop,
  draft: { seed, label },
  onChange,
}: {
  solved: Solved
  isStale: boolean
  /** ends what is being computed; nothing is without it */
  onStop?: () => void
  draft: GameDraft
  onChange: (change: Pick<GameDraft, 'seed'> | Pick<GameDraft, 'label'>) => void
}) {
  const setSeed = (next: number) => onChange({ seed: next })
  const { analysis, learnt, learntStarts, draft, milliseconds } = solved
  const names = namesOf(draft)
  const count = analysis.equilibria.length
  return (
    <div className="space-y-8" aria-busy={isStale}>
      <Section
        id="equilibria"
        title={count === 1 ? 'One equilibrium' : `${count} equilibria`}
        note={
          analysis.isDegenerate
            ? 'the extreme ones; no other is outside a continuum'
            : 'all there are; the game is not degenerate'
        }
        action={
          <span className="flex items-center gap-3 text-muted">
            {onStop && (
              <Button size="sm" onClick={onStop}>
                Stop
              </Button>
            )}
            <button
              type="button"
              aria-label="Equilibria as JSON"
              className="link cursor-pointer"
              onClick={() => download('equilibria.json', gameFile(solved))}
            >
              JSON
            </button>
            {milliseconds !== undefined && (
              <span className="figures">solved in {formatDecimal(milliseconds, 1)} ms</span>
            )}
          </span>
        }
      >
        {analysis.continua.length > 0 ? (
          <ContinuaList continua={analysis.continua} names={names} />
        ) : (
          analysis.isDegenerate && (
            <p className="mb-3 max-w-prose text-sm text-muted">
              The game is degenerate: some mixture leaves the other player more best answers than it has
              strategies in it. That can make infinitely many equilibria; here it does not.
            </p>
          )
        )}
        <EquilibriaList analysis={analysis} names={names} learnt={learnt} learntStarts={learntStarts} />
        {learnt && learnt.elsewhere > 0 && (
          <p className="mt-2 text-sm text-muted">
            <span className="figures">{learnt.elsewhere}</span> of {LEARNERS} drawn starts are at none of them
            after time {LEARNING_TIME}: they still move, or rest within a continuum.
          </p>
        )}
      </Section>
      <Section
        title="Learning"
        note="replicator dynamics of two populations"
        action={
          <span className="flex items-center gap-2">
            <label htmlFor="learning-seed" className="text-muted">
              Start no.
            </label>
            <Input
              id="learning-seed"
              inputMode="numeric"
              className="figures max-w-20 text-right"
              key={seed}
              defaultValue={seed}
              onChange={({ target }) => {
                const next = Number(target.value)
                if (Number.isInteger(next) && next >= 1 && next <= 9_999) setSeed(next)
              }}
            />
            <Button size="sm" onClick={() => setSeed((seed % 9_999) + 1)}>
              Draw another
            </Button>
          </span>
        }
      >
        {/* drawn by the browser alone: engines differ in the last bits of an exponential */}
        {milliseconds === undefined ? (
          <SkeletonRows rows={1} rowHeight={24} />
        ) : (
          <LearningFigure solved={solved} names={names} />
        )}
      </Section>
      <Section title="Lemke–Howson" note="from each label to an equilibrium">
        <LabelPaths
          analysis={analysis}
          names={names}
          followed={label}
          onFollow={(next) => onChange({ label: next })}
        />
      </Section>
      <GameMethod />
    </div>
  )
}

/** The game, its equilibria with their proofs, its continua and paths, and the address that solves it again. */
function gameFile({ draft: { row, column }, analysis }: Solved): string {
  return `${JSON.stringify({ address: location.href, payoffs: { row, column }, ...analysis }, null, 1)}\n`
}
