import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { RefusedError, request, UnreachableError } from './api'
import { type Entry, readJournal, writeJournal } from './journal'
import { placeIn } from './sign-report'

const answerSchema = z.object({
  results: z.array(
    z.union([
      z.object({ ok: z.literal(true) }),
      z.object({
        ok: z.literal(false),
        error: z.object({
          name: z.string(),
          message: z.string(),
          retryable: z.boolean(),
          details: z.unknown(),
        }),
      }),
    ]),
  ),
})

/** Refusals that time can mend: the server has not seen the registration yet, or the hour has not begun there. */
const passing = new Set(['UnknownDeviceError', 'UnavailableError', 'UnexpectedError'])

/** The most one request takes. */
const BATCH = 100

/**
 * Sends what waits, oldest first, and notes what became of each. Reports stay in the journal until the server has
 * them, so a device that was offline loses nothing.
 *
 * @param attempts how often to try while the server is away, with 1, 2, 4 … seconds between
 * @returns the reports that were tried, with their fate
 */
export async function sendReports(
  keyFile: string,
  options: { url?: string | undefined; attempts: number; now: () => Date },
): Promise<Entry[]> {
  const journal = readJournal(keyFile)
  const waiting = journal.reports.filter(({ fate }) => fate === 'waiting').slice(0, BATCH)
  if (waiting.length === 0) return []
  const url = new URL('/api/v1/heartbeats', options.url ?? placeIn(journal).url)
  const heartbeats = waiting.map(({ fate: _fate, ...report }) => report)
  const { results } = answerSchema.parse(await persist(() => request(url, { heartbeats }), options.attempts))
  const fates = new Map(waiting.map(({ epoch }, i) => [epoch, fateOf(results[i])]))

  // read again: another command of this agent may have signed meanwhile
  const present = readJournal(keyFile)
  const reports = present.reports.map((report) => ({
    ...report,
    fate: fates.get(report.epoch) ?? report.fate,
  }))
  writeJournal(keyFile, { ...present, reports }, options.now())
  return reports.filter(({ epoch }) => fates.has(epoch))
}

type Result = z.output<typeof answerSchema>['results'][number]

function fateOf(result: Result | undefined): string {
  if (!result) return 'waiting'
  if (result.ok || result.error.name === 'ReplayError') return 'sent'
  if (passing.has(result.error.name) || isTooEarly(result.error.details)) return 'waiting'
  return result.error.name
}

function isTooEarly(details: unknown): boolean {
  return typeof details === 'object' && details !== null && 'reason' in details && details.reason === 'future'
}

/** Tries again while the server is away or says that trying again helps. */
async function persist<value>(work: () => Promise<value>, attempts: number): Promise<value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const mayHelp =
        error instanceof UnreachableError || (error instanceof RefusedError && error.failure.retryable)
      if (!mayHelp || attempt >= attempts) throw error
      await sleep(Math.min(2 ** (attempt - 1), 60) * 1000)
    }
  }
}
