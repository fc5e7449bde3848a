import { setTimeout as sleep } from 'node:timers/promises'
import type { DeviceSecret } from '@/lib/chain/device'
import { AgentError } from './agent-error'
import { hourEnded } from './hour-ended'
import { sendReports } from './send-reports'
import { hourOf, signReport } from './sign-report'

export type RunOptions = {
  keyFile: string
  url?: string | undefined
  /** work done in an hour, in the network's own unit; a real agent asks its device */
  work: bigint
  say: (line: string) => void
  signal: AbortSignal
}

/**
 * Reports each hour once it is over, with the seconds this agent ran in it, until it is told to stop. What cannot be
 * sent waits for the next minute.
 */
export async function run(
  secret: DeviceSecret,
  { keyFile, url, work, say, signal }: RunOptions,
): Promise<void> {
  let since = new Date()
  say('Running. Each hour is reported when it is over; Ctrl-C stops.')
  while (!signal.aborted) {
    const now = new Date()
    const ended = hourEnded(since, now)
    if (ended) {
      report(() => signReport(keyFile, secret, { ...ended.measured, work, state: 0 }, now))
      since = ended.since
    }
    try {
      for (const sent of await sendReports(keyFile, { url, attempts: 1, now: () => new Date() }))
        if (sent.fate !== 'waiting')
          say(`${hourOf(BigInt(sent.epoch))}  uptime ${sent.uptime} s  ${sent.fate}`)
    } catch (error) {
      if (!(error instanceof AgentError)) throw error
      say(`${error.message} The reports wait.`)
    }
    await sleep(60_000 - (Date.now() % 60_000), undefined, { signal }).catch(() => {})
  }

  /** An hour that was reported by hand stays as it was reported. */
  function report(sign: () => unknown): void {
    try {
      sign()
    } catch (error) {
      if (!(error instanceof AgentError)) throw error
      say(error.message)
    }
  }
}
