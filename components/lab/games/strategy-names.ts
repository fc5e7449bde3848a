import { type GameDraft, knownGame } from './game-draft'

export type Player = 'row' | 'column'

export type GameNames = { players: readonly [string, string]; rows: string[]; columns: string[] }

/** What players and strategies of a draft are called: as in the game it began with, numbered where that has none. */
export function namesOf({ slug, row }: GameDraft): GameNames {
  const { players, strategies } = knownGame(slug)
  const named = (count: number, player: 0 | 1, letter: string) =>
    Array.from({ length: count }, (_, k) => strategies?.[player][k] ?? `${letter}${k + 1}`)
  return {
    players,
    rows: named(row.length, 0, 'r'),
    columns: named(row[0]!.length, 1, 'c'),
  }
}

/** The strategy behind a label of Lemke and Howson's: the row player's first, then the column player's. */
export function labelName({ rows, columns, players }: GameNames, label: number): string {
  const [player, name] =
    label < rows.length ? [players[0], rows[label]!] : [players[1], columns[label - rows.length]!]
  return rows.some((row) => columns.includes(row)) ? `${player}: ${name}` : name
}
