import type { Address, Hex } from 'viem'
import { batchRows, findBatch } from '@/db/queries/batches'
import { metadataDocumentsOf } from '@/db/queries/metadata-documents'
import type { DeviceMetadata } from '@/lib/chain/metadata-hash'
import { NotFoundError } from '@/lib/core/errors'
import type { ServerContext } from '../../context'
import { registrationClaim } from '../claims'
import { registrationFrame, registrationJson } from '../typed-data-json'

/** What the devices of a batch that have not answered yet are to sign, in the order of the file. JSON throughout. */
export type BatchChallenges = ReturnType<typeof registrationFrame> & {
  id: string
  owner: Address
  proofsUrl: string
  challenges: {
    line: number
    deviceId: Hex
    metadata: DeviceMetadata
    message: ReturnType<typeof registrationJson>['message']
  }[]
}

type Context = Pick<ServerContext, 'db' | 'deployment' | 'publicUrl' | 'now'>

/** The parts that are the same in all challenges travel once. @throws NotFoundError */
export async function getChallenges(context: Context, id: string): Promise<BatchChallenges> {
  const { db, deployment, publicUrl, now } = context
  const batch = await findBatch(db, id)
  if (!batch) throw new NotFoundError('There is no such file of devices.')
  const rows = await batchRows(db, id, now(), { state: 'waiting' })
  const hashes = rows.flatMap(({ registration }) => registration?.metadataHash ?? [])
  const documents = await metadataDocumentsOf(db, hashes)
  return {
    id,
    owner: batch.owner,
    proofsUrl: new URL(`/api/v1/registration-batches/${id}/proofs`, publicUrl).href,
    ...registrationFrame(deployment),
    challenges: rows.flatMap(({ line, deviceId, registration }) => {
      if (!registration || !deviceId) return []
      const { message } = registrationJson(deployment, registrationClaim(registration, deviceId))
      // only documents that passed metadataSchema are referred to by a registration
      const metadata = documents.get(registration.metadataHash) as DeviceMetadata
      return [{ line, deviceId, metadata, message }]
    }),
  }
}
