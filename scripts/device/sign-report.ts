import { type DeviceSecret, heartbeatDigest, publicKeyOf, signDigest } from '@/lib/chain/device'
import { deviceId } from '@/lib/chain/ids'
import { AgentError } from './agent-error'
import { type Entry, type Journal, readJournal, writeJournal } from './journal'

/** What a device measured in one UTC hour. */
export type Measurement = {
  /** Unix seconds / 3600 */
  epoch: bigint
  /** seconds in service, 0–3600 */
  uptime: number
  /** in the network's own unit */
  work: bigint
  /** 0 in service, 1 degraded, 2 in maintenance */
  state: number
}

/** The hour a moment lies in. */
export const epochOf = (moment: Date) => BigInt(Math.floor(moment.getTime() / 3_600_000))

/**
 * Signs a report and keeps it before anything is sent. The same hour again gives the report that was signed first.
 * @throws AgentError when the hour was reported otherwise, or the device was never registered from here
 */
export function signReport(keyFile: string, secret: DeviceSecret, measured: Measurement, now: Date): Entry {
  const journal = readJournal(keyFile)
  const place = placeIn(journal)
  const epoch = measured.epoch.toString()
  const before = journal.reports.find((report) => report.epoch === epoch)
  if (before) {
    if (
      before.uptime === measured.uptime &&
      BigInt(before.work) === measured.work &&
      before.state === measured.state
    )
      return before
    throw new AgentError(
      `This device has already signed another report for the hour from ${hourOf(measured.epoch)}. Nothing was signed.`,
      'Two different reports for one hour would be kept as evidence against it.',
    )
  }
  const message = { deviceId: deviceId(publicKeyOf(secret)), ...measured }
  const signature = signDigest(secret, heartbeatDigest(place, message))
  const entry = { ...message, epoch, work: measured.work.toString(), signature, fate: 'waiting' }
  writeJournal(keyFile, { ...journal, reports: [...journal.reports, entry] }, now)
  return entry
}

/** Where this device is registered, as its journal remembers from the proof. */
export function placeIn({ place }: Pick<Journal, 'place'>): NonNullable<Journal['place']> {
  if (!place)
    throw new AgentError(
      'This device does not know where it is registered.',
      'Answer a challenge first: `npm run device -- prove --challenge …`.',
    )
  return place
}

export const hourOf = (epoch: bigint) => new Date(Number(epoch) * 3_600_000).toISOString()
