import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { AgentError } from './agent-error'

const hex = z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]*$/)])

const entrySchema = z.object({
  deviceId: hex,
  epoch: z.string(),
  uptime: z.number(),
  work: z.string(),
  state: z.number(),
  signature: hex,
  /** waiting: not taken yet; sent: the server has it; or the name of the refusal that is final */
  fate: z.string(),
})

const journalSchema = z.object({
  /** the server and contract that registered this device; a heartbeat is signed for that contract alone */
  place: z.object({ url: z.string(), chainId: z.number(), positions: hex }).optional(),
  reports: z.array(entrySchema),
})

export type Entry = z.output<typeof entrySchema>
export type Journal = z.output<typeof journalSchema>

/** Hours after which a report is forgotten: the server takes none older than 48. */
const KEPT_HOURS = 72n

/**
 * What this device has signed, hour by hour, beside its key. It is the queue of what could not be sent yet, and the
 * guard against ever signing two different reports for one hour: those are evidence against the device, for ever.
 */
export function readJournal(keyFile: string): Journal {
  const file = `${keyFile}.journal`
  if (!existsSync(file)) return { reports: [] }
  try {
    return journalSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new AgentError(
      `${file} cannot be read, so nothing is signed: this hour may have been reported already.`,
      'Mend the file, or move it away and wait an hour.',
      { cause },
    )
  }
}

/** Writes the journal whole or not at all. */
export function writeJournal(keyFile: string, journal: Journal, now: Date): void {
  const oldest = BigInt(Math.floor(now.getTime() / 3_600_000)) - KEPT_HOURS
  const reports = journal.reports.filter(({ epoch }) => BigInt(epoch) >= oldest)
  const file = `${keyFile}.journal`
  writeFileSync(`${file}.new`, `${JSON.stringify({ ...journal, reports }, null, 1)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
