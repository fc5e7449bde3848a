'use client'

import { useEffect, useState } from 'react'
import { Button, Empty, ErrorNote, Field, Section, Select, SkeletonRows } from '@/components/ui'
import { knownGames } from '@/lib/mechanism/games/known-games'
import { Answer } from '../answer'
import { GameAnswer } from './game-answer'
import { GameAnswers } from './game-answers'
import { draftOf, type GameDraft, gameOf, isPayoff, knownGame, MOST, writeGame } from './game-draft'
import { PayoffEditor } from './payoff-editor'
import { type GameNames, namesOf, type Player } from './strategy-names'
import { useSolver } from './use-solver'

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
      {solved ? (
        <GameAnswer
          draft={solved.draft}
          analysis={solved.analysis}
          names={namesOf(solved.draft)}
          learnt={solved.learnt}
        />
      ) : (
        <Answer>{failure ? 'This game is not solved.' : 'This browser is solving the game.'}</Answer>
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
        <GameAnswers
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
