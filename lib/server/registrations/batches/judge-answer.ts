import type { Hex } from 'viem'
import type { BatchRow } from '@/db/queries/batches'
import { registrationDigest } from '@/lib/chain/device'
import { verifyDigestNative } from '@/lib/chain/device/verify-digest-native'
import { type DeviceKey, keyTypes } from '@/lib/chain/ids'
import type { ServerContext } from '../../context'
import { registrationClaim } from '../claims'

/** A row that waits for its device, with all of it that a proof needs. */
export type WaitingRow = { line: number; registrationId: string; owner: Hex; device: Hex; key: DeviceKey }

export type Judgement =
  | { is: 'good'; row: WaitingRow; digest: Hex }
  /** answered before: the answer stands */
  | { is: 'repeated' }
  | { is: 'refused'; reason: string }

/** One device's answer to its row's challenge, judged by what is known without asking the chain. */
export function judgeAnswer(
  deployment: ServerContext['deployment'],
  row: BatchRow | undefined,
  signature: Hex,
): Judgement {
  const refused = (reason: string) => ({ is: 'refused', reason }) as const
  if (!row) return refused('The file has no row on this line.')
  if (row.state === 'refused') return refused('This row was refused; it has no challenge.')
  if (row.state === 'expired') return refused('The challenge has expired; ask for new ones.')
  if (row.state !== 'waiting') return { is: 'repeated' }
  const { registration, deviceId: device, keyX: x, keyY: y } = row
  const keyType = keyTypes.find((type) => type === row.keyType)
  if (!registration || !device || !keyType || !x || !y) return refused('This row has no challenge.')
  const key = { keyType, x, y }
  const digest = registrationDigest(deployment, registrationClaim(registration, device))
  if (!verifyDigestNative(key, digest, signature))
    return refused('The signature is not the one of the key in the row, over this claim.')
  const { id: registrationId, owner } = registration
  return { is: 'good', row: { line: row.line, registrationId, owner, device, key }, digest }
}
