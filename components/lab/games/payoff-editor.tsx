'use client'

import type { KeyboardEvent } from 'react'
import { classNames } from '@/components/ui'
import { plainIfFigure, writeTyped } from '@/lib/core/locale/read-typed'
import { compare, parseRational } from '@/lib/mechanism/games/rational'
import { type GameDraft, isPayoff } from './game-draft'
import type { GameNames, Player } from './strategy-names'

/**
 * Both players' payoffs, a cell an outcome; those that answer the other's strategy best are set apart. Arrows up and
 * down, and Enter, go to the same player's payoff in the next row; left and right, at the end of a payoff, to the next.
 */
export function PayoffEditor({
  draft,
  names,
  onChange,
}: {
  draft: GameDraft
  names: GameNames
  onChange: (player: Player, row: number, column: number, text: string) => void
}) {
  const best = bestResponses(draft)
  // as wide as the longest payoff: one that is cut reads as another
  const signs = Math.max(4, ...[...draft.row, ...draft.column].flat().map(({ length }) => length))
  return (
    <div className="relative overflow-x-auto pb-1">
      <table className="border-collapse text-left">
        <caption className="sr-only">
          Payoffs of {names.players[0]} and {names.players[1]}
        </caption>
        <thead>
          <tr>
            <td className="sticky left-0 z-10 bg-paper pr-3 text-xs text-muted">
              {names.players[0]} ↓ {names.players[1]} →
            </td>
            {names.columns.map((name) => (
              <th key={name} scope="col" className="px-1 pb-1 text-center text-sm font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.rows.map((name, i) => (
            <tr key={name}>
              <th
                scope="row"
                className="sticky left-0 z-10 max-w-32 bg-paper pr-3 text-left text-sm font-medium"
              >
                {name}
              </th>
              {names.columns.map((other, j) => (
                <td key={other} className="border border-rule p-1">
                  <span className="flex gap-1">
                    {(['row', 'column'] as const).map((player, p) => (
                      <input
                        key={player}
                        aria-label={`${names.players[p]} at ${name}, ${other}`}
                        aria-invalid={isPayoff(draft[player][i]![j]!) ? undefined : true}
                        autoComplete="off"
                        spellCheck={false}
                        data-at={`${i} ${j} ${p}`}
                        maxLength={12}
                        className={classNames(
                          'figures min-h-9 rounded-sm border bg-raised px-1 text-center text-lg aria-invalid:border-loss aria-invalid:text-loss sm:min-h-8 sm:text-sm',
                          p === 1 && 'bg-sunken',
                          best[player].has(`${i} ${j}`)
                            ? 'border-ink font-semibold'
                            : 'border-rule hover:border-control',
                        )}
                        style={{ width: `calc(${signs}ch + 1rem)` }}
                        value={writeTyped(draft[player][i]![j]!)}
                        onChange={({ target }) => onChange(player, i, j, plainIfFigure(target.value))}
                        onFocus={({ target }) => target.select()}
                        onKeyDown={move}
                      />
                    ))}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Cells in which a player's payoff is the most it can have against the other's strategy. */
function bestResponses({ row, column }: GameDraft): Record<Player, Set<string>> {
  const best = { row: new Set<string>(), column: new Set<string>() }
  if (![...row, ...column].every((line) => line.every(isPayoff))) return best
  const a = row.map((line) => line.map(parseRational))
  const b = column.map((line) => line.map(parseRational))
  a.forEach((line, i) => {
    line.forEach((payoff, j) => {
      if (a.every((other) => compare(other[j]!, payoff) <= 0)) best.row.add(`${i} ${j}`)
      if (b[i]!.every((other) => compare(other, b[i]![j]!) <= 0)) best.column.add(`${i} ${j}`)
    })
  })
  return best
}

function move(event: KeyboardEvent<HTMLInputElement>): void {
  const { key, currentTarget: input, shiftKey, ctrlKey, metaKey, altKey } = event
  if (ctrlKey || metaKey || altKey) return
  const [i, j, p] = input.dataset.at!.split(' ').map(Number) as [number, number, number]
  const isAll = input.selectionStart === 0 && input.selectionEnd === input.value.length
  const atStart = isAll || input.selectionEnd === 0
  const atEnd = isAll || input.selectionStart === input.value.length
  const side = 2 * j + p
  const step: Partial<Record<string, [number, number]>> = {
    ArrowUp: [i - 1, side],
    ArrowDown: [i + 1, side],
    Enter: [i + (shiftKey ? -1 : 1), side],
    ...(atStart && !shiftKey && { ArrowLeft: [i, side - 1] }),
    ...(atEnd && !shiftKey && { ArrowRight: [i, side + 1] }),
  }
  const to = step[key]
  if (!to) return
  const next = input
    .closest('table')
    ?.querySelector<HTMLInputElement>(`[data-at="${to[0]} ${Math.floor(to[1] / 2)} ${Math.abs(to[1] % 2)}"]`)
  event.preventDefault()
  next?.focus()
}
