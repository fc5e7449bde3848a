'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { analyseGame, type GameAnalysis } from '@/lib/mechanism/games/analyse-game'
import { type GameDraft, gameOf } from './game-draft'
import type { Learnt, SolverAnswer, SolverQuestion } from './solver-messages'

export type Solved = {
  /** what these are the answers of */
  draft: GameDraft
  analysis: GameAnalysis
  /** undefined while it is computed */
  learnt: Learnt | undefined
  /** drawn starts that have learnt to their end */
  learntStarts: number
  milliseconds: number | undefined
}

export type Solver = {
  solved: Solved | undefined
  /** the draft has changed since */
  isStale: boolean
  failure: string | undefined
  /** a question is being computed, and may be stopped */
  isBusy: boolean
  stop: () => void
}

/** Games of at most so many cells are solved with the page, in a few milliseconds; others when the worker is there. */
const AT_ONCE = 12

/**
 * The answers for a draft, from a worker of the browser. What was solved last stays until the next is; a draft that is no
 * game yet asks nothing. A new question ends the one before it.
 */
export function useSolver(draft: GameDraft): Solver {
  const { slug, row, column, seed } = draft
  const question = useMemo(() => ({ slug, row, column, seed, label: 0 }), [slug, row, column, seed])
  const [solved, setSolved] = useState<Solved | undefined>(() => solveAtOnce(question))
  const [failure, setFailure] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const worker = useRef<Worker>(undefined)
  const asked = useRef<SolverQuestion>(undefined)
  const busy = useRef(false)
  const mark = useCallback((is: boolean) => {
    busy.current = is
    setBusy(is)
  }, [])

  const begin = useCallback(() => {
    worker.current?.terminate()
    const thread = new Worker(new URL('./solver-worker.ts', import.meta.url), { type: 'module' })
    worker.current = thread
    thread.onmessage = ({ data }: MessageEvent<SolverAnswer>) => {
      if (data.id !== asked.current?.id) return
      const { draft: of } = asked.current
      if (data.tell === 'learnt' || data.tell === 'failed') mark(false)
      if (data.tell === 'failed') return setFailure(data.message)
      setFailure(undefined)
      if (data.tell === 'solved') {
        const { analysis, milliseconds } = data
        setSolved({ draft: of, analysis, learnt: undefined, learntStarts: 0, milliseconds })
      } else if (data.tell === 'learning')
        setSolved((before) => before && { ...before, learntStarts: data.done })
      else setSolved((before) => before && { ...before, learnt: data.learnt })
    }
    thread.onerror = () => {
      mark(false)
      setFailure('This browser could not run the solver.')
    }
  }, [mark])

  useEffect(() => {
    begin()
    return () => {
      worker.current?.terminate()
      worker.current = undefined
    }
  }, [begin])

  useEffect(() => {
    if (!gameOf(question)) return
    const timer = setTimeout(
      () => {
        if (busy.current) begin()
        asked.current = { id: (asked.current?.id ?? 0) + 1, draft: question }
        mark(true)
        worker.current?.postMessage(asked.current)
      },
      asked.current ? 200 : 0,
    )
    return () => clearTimeout(timer)
  }, [question, begin, mark])

  const stop = useCallback(() => {
    begin()
    mark(false)
  }, [begin, mark])
  return { solved, isStale: solved?.draft !== question, failure, isBusy, stop }
}

function solveAtOnce(draft: GameDraft): Solved | undefined {
  const game = draft.row.length * draft.row[0]!.length <= AT_ONCE ? gameOf(draft) : undefined
  return (
    game && {
      draft,
      analysis: analyseGame(game),
      learnt: undefined,
      learntStarts: 0,
      milliseconds: undefined,
    }
  )
}
