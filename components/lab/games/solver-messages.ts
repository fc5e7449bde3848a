import type { GameAnalysis } from '@/lib/mechanism/games/analyse-game'
import type { GameDraft } from './game-draft'

/** To the browser's worker: a draft in which every payoff can be read. */
export type SolverQuestion = { id: number; draft: GameDraft }

export type Learnt = {
  /** of the starts drawn, how many are at each equilibrium in the end */
  ends: number[]
  elsewhere: number
}

/** From it: first what is solved exactly, then what learning adds to it. */
export type SolverAnswer =
  | { id: number; tell: 'solved'; analysis: GameAnalysis; milliseconds: number }
  | { id: number; tell: 'learning'; done: number }
  | { id: number; tell: 'learnt'; learnt: Learnt }
  | { id: number; tell: 'failed'; message: string }
