'use client'

import { useEffect, useState } from 'react'
import { Button, Empty, ErrorNote, Field, Input, Section, Select, SkeletonRows } from '@/components/ui'
import { formatDecimal } from '@/lib/core/format'
import { knownGames } from '@/lib/mechanism/games/known-games'
import { download } from '../download'
import { ContinuaList } from './continua-list'
import { EquilibriaList } from './equilibria-list'
import { GameAnswer } from './game-answer'
import { draftOf, type GameDraft, gameOf, isPayoff, knownGame, MOST, writeGame } from './game-draft'
import { LabelPaths } from './label-paths'
import { LearningFigure } from './learning-figure'
import { CHART_TIME, LEARNERS, LEARNING_TIME } from './learning-scope'
import { PayoffEditor } from './payoff-editor'
import { type GameNames, namesOf, type Player } from './strategy-names'
import { type Solved, useSolver } from './use-solver'

const sizes = Array.from({ length: MOST }, (_, k) => k + 1)

/** A game of two players: its payoffs to edit, all its equilibria with their proofs, and what learning does. */
export function Games({ start }: { start: GameDraft }) {
  const [draft, setDraft] = useState(start)
  const { solved, isStale, failure, isBusy, stop } = useSolver(draft)
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!gameOf(draft)) return
      const address = `${window.location.pathname}${writeGame(draft)}${window.location.hash}`
      window.history.replaceState(window.history.state, '', address)
    }, 300)
    return () => clearTimeout(timer)
  }, [draft])
  const names = namesOf(draft)
  const wrong = firstWrong(draft, names)
  return (
    <div className="space-y-8">
      {solved && (
        <GameAnswer
          draft={solved.draft}
          analysis={solved.analysis}
          names={namesOf(solved.draft)}
          learnt={solved.learnt}
        />
      )}
      <Section title="The game" note="payoffs as 3, 0.25 or 1/4; those that answer best are framed">
        <form className="space-y-4" aria-label="The game" onSubmit={(event) => event.preventDefault()}>
          <div className="grid max-w-2xl grid-cols-2 gap-4 sm:grid-cols-[1fr_7rem_7rem_auto]">
            <Field label="Begin with" className="max-sm:col-span-2">
              {(control) => (
                <Select
                  {...control}
                  value={draft.slug}
                  onChange={({ target }) => setDraft(draftOf(knownGame(target.value), draft.seed))}
                >
                  {knownGames.map(({ slug, name }) => (
                    <option key={slug} value={slug}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label="Rows">
              {(control) => (
                <Select
                  {...control}
                  value={draft.row.length}
                  onChange={({ target }) =>
                    setDraft(resized(draft, Number(target.value), draft.row[0]!.length))
                  }
                >
                  {sizes.map((size) => (
                    <option key={size}>{size}</option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label="Columns">
              {(control) => (
                <Select
                  {...control}
                  value={draft.row[0]!.length}
                  onChange={({ target }) => setDraft(resized(draft, draft.row.length, Number(target.value)))}
                >
                  {sizes.map((size) => (
                    <option key={size}>{size}</option>
                  ))}
                </Select>
              )}
            </Field>
            <Button className="self-end" onClick={() => setDraft(draftOf(knownGame(draft.slug), 1))}>
              As at first
            </Button>
          </div>
          <p className="max-w-prose text-sm text-muted">{knownGame(draft.slug).about}</p>
          <PayoffEditor
            draft={draft}
            names={names}
            onChange={(player, i, j, text) => setDraft(edited(draft, player, i, j, text))}
          />
          <p className="text-sm text-muted">
            In each cell {names.players[0]} left, {names.players[1]} right.
          </p>
          {wrong && (
            <ErrorNote error={{ message: wrong }}>
              What is typed is kept; the answers are those of the last whole game.
            </ErrorNote>
          )}
        </form>
      </Section>
      {failure && <ErrorNote error={{ message: failure }} />}
      {solved ? (
        <Answers
          solved={solved}
          isStale={isStale}
          {...(isBusy && { onStop: stop })}
          draft={draft}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
      ) : failure ? (
        <Empty title="No answer">The payoffs above are kept; another browser may solve them.</Empty>
      ) : (
        <SkeletonRows rows={6} rowHeight={5} />
      )}
    </div>
  )
}

function Answers({
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
      <Section id="method" title="Method">
        <div className="max-w-prose space-y-2 text-sm text-muted">
          <p>
            All equilibria are the completely labelled pairs of vertices of the two best-response polytopes,
            in exact fractions (Avis, Rosenberg, Savani & von Stengel 2010); a decimal is read as the fraction
            it writes. Up to {MOST} strategies a player a polytope has at most 660 vertices (McMullen 1970),
            so that the time is bounded whatever the payoffs. Each equilibrium carries its proof: what every
            strategy pays against the other’s mixture. Support enumeration finds the same in every game that
            is not degenerate, and so do Gambit’s documented games: 7, 1 and 75 equilibria.
          </p>
          <p>
            Learning: dx<sub>i</sub>/dt = x<sub>i</sub> ((Ay)<sub>i</sub> − xᵀAy), and likewise for the other
            population. A unit of time is what a share takes to grow by e when it earns the largest difference
            of payoffs more than the mean. Stable are the strict equilibria and no others (Ritzberger &
            Weibull 1995); unstable is told from the linearisation’s characteristic polynomial by Sturm’s
            theorem, exactly. {LEARNERS} starts are drawn uniformly and followed for time {LEARNING_TIME}; the
            charts follow the first of them for {CHART_TIME}.
          </p>
          <p>
            Lemke and Howson (1964) give up one label and pivot until it comes back; ties are broken
            lexicographically, so that it ends on degenerate games too.
          </p>
        </div>
      </Section>
    </div>
  )
}

/** The game, its equilibria with their proofs, its continua and paths, and the address that solves it again. */
function gameFile({ draft: { row, column }, analysis }: Solved): string {
  return `${JSON.stringify({ address: location.href, payoffs: { row, column }, ...analysis }, null, 1)}\n`
}

function edited(draft: GameDraft, player: Player, i: number, j: number, text: string): GameDraft {
  const matrix = draft[player]
  return { ...draft, [player]: matrix.with(i, matrix[i]!.with(j, text)) }
}

/** The first payoff that cannot be read, in one sentence; undefined while the game is whole. */
function firstWrong(draft: GameDraft, names: GameNames): string | undefined {
  for (const [p, player] of (['row', 'column'] as const).entries())
    for (const [i, line] of draft[player].entries())
      for (const [j, text] of line.entries())
        if (!isPayoff(text)) {
          const where = `${names.players[p]}’s payoff at ${names.rows[i]}, ${names.columns[j]}`
          return text.trim() === ''
            ? `${where} is missing: write it as 3, 0.25 or 1/4.`
            : `${where}, “${text}”, is no number: write it as 3, 0.25 or 1/4, with at most twelve signs.`
        }
  return undefined
}

/** More strategies pay nothing at first; fewer are dropped from the end. */
function resized(draft: GameDraft, rows: number, columns: number): GameDraft {
  const fit = (matrix: readonly (readonly string[])[]) =>
    Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => matrix[i]?.[j] ?? '0'))
  return { ...draft, row: fit(draft.row), column: fit(draft.column), label: 0 }
}
