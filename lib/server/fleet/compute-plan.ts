import { Worker } from 'node:worker_threads'
import { InvalidInputError, UnavailableError } from '@/lib/core/errors'
import type { FleetAnswer, FleetTask } from '@/lib/mechanism/allocation/fleet/fleet-task'
import type { PlanReply } from './thread'

/**
 * Plans a fleet somewhere: in a thread, or here.
 * @throws InvalidInputError when the task is out of range
 * @throws UnavailableError when too many plans wait, or the thread was lost
 */
export type ComputePlan = (task: FleetTask) => Promise<FleetAnswer>

/** On this thread: for tests and scripts that serve nobody meanwhile. The solver is loaded with the first plan. */
export const planHere: ComputePlan = async (task) => {
  const [{ planFleet }, { loadSolver }] = await Promise.all([
    import('@/lib/mechanism/allocation/fleet/plan-fleet'),
    import('@/lib/mechanism/allocation/load-solver'),
  ])
  return planFleet(await loadSolver(), task)
}

const MOST_WAITING = 8
const TIMEOUT = 30_000

/** In a thread of its own, which ends with the plan; one plan at a time, so that a page never takes the machine. */
export function planInThread(file: string): ComputePlan {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return (task) => {
    if (waiting >= MOST_WAITING)
      return Promise.reject(
        new UnavailableError('Too many fleets are being planned; try again in a moment.', {
          retryable: true,
        }),
      )
    waiting += 1
    const plan = last.then(() => runThread(file, task))
    last = plan
      .catch(() => undefined)
      .finally(() => {
        waiting -= 1
      })
    return plan
  }
}

function runThread(file: string, task: FleetTask): Promise<FleetAnswer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(file)
    const timer = setTimeout(
      () => end(() => reject(new UnavailableError('The plan took too long; try again with fewer devices.'))),
      TIMEOUT,
    )
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      void thread.terminate()
    }
    thread.on('message', (reply: PlanReply) =>
      end(() => (reply.ok ? resolve(reply.answer) : reject(new InvalidInputError(reply.message)))),
    )
    thread.on('error', (cause) =>
      end(() => reject(new UnavailableError('The plan failed; try again.', { cause }))),
    )
    thread.on('exit', () => end(() => reject(new UnavailableError('The plan was cut off; try again.'))))
    thread.postMessage(task)
  })
}
