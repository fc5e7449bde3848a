import { type Exit, livingServices, type Service } from '../services/service'
import { StopError } from './stop-error'

/** A part ended that should have gone on. */
export class PartCrashedError extends StopError {
  constructor(
    readonly part: string,
    readonly exit: Exit,
    lastLines: string,
    logFile: string,
  ) {
    const how = exit.signal ? `was ended by ${exit.signal}` : `ended with code ${exit.code}`
    super(
      lastLines
        ? `${part} ${how}. The last lines of ${logFile}:\n\n${lastLines.replace(/^/gm, '| ')}\n`
        : `${part} ${how} and wrote nothing to ${logFile}.`,
    )
  }
}

/** Stopped because somebody asked. */
export class StopRequestedError extends StopError {}

type Part = { service: Service; beforeStop?: () => Promise<void> }

/**
 * Holds the parts of a run: the first that ends by itself ends the run, and the end of the run ends them all, the last
 * begun first.
 */
export function createSupervisor() {
  const parts: Part[] = []
  let stopping: Promise<void> | undefined
  let end: (error: Error) => void
  const ended = new Promise<Error>((resolve) => {
    end = resolve
  })

  async function stopAll(): Promise<void> {
    for (const { service, beforeStop } of [...parts].reverse()) {
      if (!service.exit()) await beforeStop?.().catch(() => {})
      await service.stop()
    }
    // what had begun and was not yet added
    await Promise.all(livingServices().map((service) => service.stop()))
  }

  return {
    /** resolves with the reason once the run must end */
    ended,

    /** asks the run to end */
    end: (error: Error) => end(error),

    /** watches a part. `beforeStop` runs while it still answers */
    add(service: Service, beforeStop?: () => Promise<void>): void {
      parts.push({ service, beforeStop })
      void service.exited.then((exit) => {
        const index = parts.findIndex((part) => part.service === service)
        if (!stopping && index >= 0)
          end(new PartCrashedError(service.name, exit, service.tail(), service.logFile))
      })
    },

    /** holds something that is meant to end by itself: stopped with the others, its end ends nothing */
    addTask(service: Service): void {
      parts.push({ service })
    },

    /** takes a part out, without its end ending the run */
    remove(service: Service): void {
      const index = parts.findIndex((part) => part.service === service)
      if (index >= 0) parts.splice(index, 1)
    },

    /** the step's result, unless the run ends first */
    async during<result>(step: Promise<result>): Promise<result> {
      // a step that fails because a part died is told by that part
      const settled = step.catch(async (error: Error) => {
        await new Promise((resolve) => setTimeout(resolve, 300))
        throw error
      })
      return Promise.race([
        settled,
        ended.then((error) => {
          settled.catch(() => {})
          throw error
        }),
      ])
    },

    /** ends every part; the same promise however often it is called */
    stop(): Promise<void> {
      stopping ??= stopAll()
      return stopping
    },

    stopping: () => stopping !== undefined,

    /** ends every part at once, without asking */
    kill: () => {
      for (const service of livingServices()) service.kill()
    },

    /** process ids by part */
    pids: () => Object.fromEntries(parts.map(({ service }) => [service.name, service.pid])),
  }
}

export type Supervisor = ReturnType<typeof createSupervisor>
