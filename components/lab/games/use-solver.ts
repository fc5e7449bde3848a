'use client'

import { useEffect, useRef, useState } from 'react'
import { analyseGame, type GameAnalysis } from '@/lib/mechanism/games/analyse-game'
import { type GameDraft, gameOf } from './game-draft'
import type { Learnt, SolverAnswer, SolverQuestion } from './solver-messages'

export type Solved = {
  /** what these are the answers of */
  draft: GameDraft
  analysis: GameAnalysis
  /** undefined while it is computed */
  learnt: Learnt | undefined
  milliseconds: number | undefined
}

/** Games of at most so many cells are solved with the page, in a few milliseconds; others when the worker is there. */
const AT_ONCE = 12

/**
 * The answers for a draft, from a worker of the browser. What was solved last stays until the next is; a draft that is no
 * game yet asks nothing.
 */
export function useSolver(draft: GameDraft): { solved: Solved | undefined; failure: string | undefined } {
  const [solved, setSolved] = useState<Solved | undefined>(() => solveAtOnce(draft))
  const [failure, setFailure] = useState<string>()
  const worker = useRef<Worker>(undefined)
  const asked = useRef<SolverQuestion>(undefined)

  useEffect(() => {
    const thread = new Worker(new URL('./solver-worker.ts', import.meta.url), { type: 'module' })
    worker.current = thread
    thread.onmessage = ({ data }: MessageEvent<SolverAnswer>) => {
      if (data.id !== asked.current?.id) return
      const { draft: of } = asked.current
      if (data.tell === 'failed') return setFailure(data.message)
      setFailure(undefined)
      if (data.tell === 'solved')
        setSolved({ draft: of, analysis: data.analysis, learnt: undefined, milliseconds: data.milliseconds })
      else setSolved((before) => before && { ...before, learnt: data.learnt })
    }
    thread.onerror = () => setFailure('This browser could not run the solver.')
    return () => {
      thread.terminate()
      worker.current = undefined
    }
  }, [])

  useEffect(() => {
    if (!gameOf(draft)) return
    const timer = setTimeout(
      () => {
        asked.current = { id: (asked.current?.id ?? 0) + 1, draft }
        worker.current?.postMessage(asked.current)
      },
      asked.current ? 200 : 0,
    )
    return () => clearTimeout(timer)
  }, [draft])

  return { solved, failure }
}

function solveAtOnce(draft: GameDraft): Solved | undefined {
  const game = draft.row.length * draft.row[0]!.length <= AT_ONCE ? gameOf(draft) : undefined
  return game && { draft, analysis: analyseGame(game), learnt: undefined, milliseconds: undefined }
}
