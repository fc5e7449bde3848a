import type { Hex } from 'viem'
import { verifyDigest } from '@/lib/chain/device'
import { ConflictError, NotAllowedError } from '@/lib/core/errors'
import type { Proof } from './input'

/**
 * What is wrong with a device's answer, whatever else is known of the device: too late, or not signed by the key it
 * names over this very claim.
 *
 * @throws ConflictError (`details.reason` expired), NotAllowedError (`details.reason` wrong_signature)
 */
export function judgeProof(proof: Proof, digest: Hex, deadline: Date, now: Date): void {
  if (now > deadline)
    throw new ConflictError('The challenge has expired; ask for a new one.', {
      details: { reason: 'expired' },
    })
  if (!verifyDigest(proof.key, digest, proof.signature))
    throw new NotAllowedError('The signature is not this key’s over this claim.', {
      details: { reason: 'wrong_signature', digest },
    })
}
