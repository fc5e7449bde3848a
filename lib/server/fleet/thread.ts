import { parentPort } from 'node:worker_threads'
import { HotswapError } from '@/lib/core/errors'
import type { FleetAnswer, FleetTask } from '@/lib/mechanism/allocation/fleet/fleet-task'
import { planFleet } from '@/lib/mechanism/allocation/fleet/plan-fleet'
import { loadSolver } from '@/lib/mechanism/allocation/load-solver'

export type PlanReply = { ok: true; answer: FleetAnswer } | { ok: false; message: string }

/* Entry of a worker thread, bundled outside Next: plans one fleet. */
parentPort?.once('message', async (task: FleetTask) => {
  const highs = await loadSolver()
  parentPort?.postMessage(reply(() => planFleet(highs, task)))
})

function reply(plan: () => FleetAnswer): PlanReply {
  try {
    return { ok: true, answer: plan() }
  } catch (error) {
    if (!(error instanceof HotswapError)) throw error
    return { ok: false, message: error.message }
  }
}
