import { type Bimatrix, bimatrix } from '@/lib/mechanism/games/bimatrix'
import { type KnownGame, knownGames } from '@/lib/mechanism/games/known-games'
import { parseRational, type Rational, toNumber } from '@/lib/mechanism/games/rational'

/**
 * Most strategies of one player in the editor. A best-response polytope has then at most 660 vertices (McMullen's upper
 * bound), which a browser walks in less than a second whatever the payoffs.
 */
export const MOST = 8

/** What stands in the editor: payoffs as typed, in which some may be no numbers yet. */
export type GameDraft = {
  /** the known game it began with */
  slug: string
  row: readonly (readonly string[])[]
  column: readonly (readonly string[])[]
  /** of the starts from which the populations learn */
  seed: number
  /** the label whose path is followed: row strategies first, then column strategies */
  label: number
}

type Query = Record<string, string | string[] | undefined>

export const firstGame = knownGames[0]!

export function knownGame(slug: string): KnownGame {
  return knownGames.find((one) => one.slug === slug) ?? firstGame
}

export function draftOf({ slug, row, column }: KnownGame, seed: number): GameDraft {
  return { slug, row, column, seed, label: 0 }
}

/**
 * The game an address holds: `game` names a known one, `a` and `b` replace its payoffs (rows apart by “;”, payoffs by
 * “,”), `label` is followed and `seed` drawn. What cannot be read is as at first, and said.
 */
export function readGame(query: Query): { draft: GameDraft; problem: string | undefined } {
  const text = (key: string) => (typeof query[key] === 'string' ? query[key] : '')
  const known = knownGame(text('game'))
  const drawn = Number(text('seed') || 1)
  const seed = Number.isSafeInteger(drawn) && drawn >= 1 && drawn <= 9_999 ? drawn : 1
  const plain = draftOf(known, seed)
  const followed = (draft: GameDraft): GameDraft => {
    const label = Number(text('label') || 1)
    const labels = draft.row.length + draft.row[0]!.length
    return Number.isInteger(label) && label >= 1 && label <= labels ? { ...draft, label: label - 1 } : draft
  }
  const draft = followed(plain)
  if (text('game') !== '' && text('game') !== known.slug)
    return { draft, problem: 'The address names a game that is not known: the first one is shown.' }
  if (text('a') === '' && text('b') === '') return { draft, problem: undefined }
  const [row, column] = [matrixOf(text('a')), matrixOf(text('b'))]
  const fits =
    row.length >= 1 &&
    row.length <= MOST &&
    row[0]!.length <= MOST &&
    column.length === row.length &&
    [...row, ...column].every((line) => line.length === row[0]!.length && line.every(isPayoff))
  return fits
    ? { draft: followed({ ...plain, row, column }), problem: undefined }
    : {
        draft,
        problem: `The address’s payoffs are no game of up to ${MOST} × ${MOST}: ${known.name} is shown as at first.`,
      }
}

/** The address's query for a draft: payoffs as at first stay out of it. */
export function writeGame({ slug, row, column, seed, label }: GameDraft): string {
  const known = knownGame(slug)
  const query: string[] = []
  if (slug !== firstGame.slug) query.push(`game=${slug}`)
  if (textOf(row) !== textOf(known.row) || textOf(column) !== textOf(known.column))
    query.push(`a=${textOf(row)}`, `b=${textOf(column)}`)
  if (seed !== 1) query.push(`seed=${seed}`)
  if (label !== 0) query.push(`label=${label + 1}`)
  return query.length === 0 ? '' : `?${query.join('&')}`
}

/** A whole number, a decimal or a fraction of at most twelve signs. */
export function isPayoff(text: string): boolean {
  return readPayoff(text) !== undefined
}

function readPayoff(text: string): Rational | undefined {
  if (text.trim().length > 12) return undefined
  try {
    return parseRational(text.trim().replace('−', '-'))
  } catch {
    return undefined
  }
}

/** The game of a draft whose every payoff can be read. */
export function gameOf({ row, column }: GameDraft): Bimatrix | undefined {
  const read = (matrix: readonly (readonly string[])[]) => matrix.map((line) => line.map(readPayoff))
  const isWhole = (matrix: (Rational | undefined)[][]): matrix is Rational[][] =>
    matrix.every((line) => line.every((payoff) => payoff !== undefined))
  const [a, b] = [read(row), read(column)]
  return isWhole(a) && isWhole(b) ? bimatrix(a, b) : undefined
}

/** The payoffs as doubles, for what is integrated rather than solved. */
export function numbersOf({ row, column }: Bimatrix): { row: number[][]; column: number[][] } {
  const numbers = (matrix: readonly Rational[][]) => matrix.map((line) => line.map(toNumber))
  return { row: numbers(row), column: numbers(column) }
}

const matrixOf = (text: string) => text.split(';').map((line) => line.split(',').map((cell) => cell.trim()))
const textOf = (matrix: readonly (readonly string[])[]) =>
  matrix.map((line) => line.map((cell) => cell.trim()).join(',')).join(';')
