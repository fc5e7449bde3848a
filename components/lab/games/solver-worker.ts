import { HotswapError } from '@/lib/core/errors'
import { analyseGame } from '@/lib/mechanism/games/analyse-game'
import { whereLearningEnds } from '@/lib/mechanism/games/learning'
import { gameOf, numbersOf } from './game-draft'
import { LEARNERS, LEARNING_TIME } from './learning-scope'
import type { SolverAnswer, SolverQuestion } from './solver-messages'

/* Entry of the browser's worker: the exact solvers, away from the thread that a reader types on. */
const tell = (answer: SolverAnswer) => postMessage(answer)

addEventListener('message', ({ data: { id, draft } }: MessageEvent<SolverQuestion>) => {
  try {
    const game = gameOf(draft)
    if (!game) throw new TypeError('a draft that is asked about is a game')
    const began = performance.now()
    const analysis = analyseGame(game)
    tell({ id, tell: 'solved', analysis, milliseconds: performance.now() - began })
    const equilibria = analysis.equilibria.map(({ row, column }) => ({
      row: row.shares,
      column: column.shares,
    }))
    const learnt = whereLearningEnds(numbersOf(game), equilibria, {
      starts: LEARNERS,
      seed: draft.seed,
      until: LEARNING_TIME,
      onStart: (done) => {
        if (done % 5 === 0) tell({ id, tell: 'learning', done })
      },
    })
    tell({ id, tell: 'learnt', learnt })
  } catch (error) {
    tell({
      id,
      tell: 'failed',
      message:
        error instanceof HotswapError ? error.message : 'The game could not be solved in this browser.',
    })
  }
})
