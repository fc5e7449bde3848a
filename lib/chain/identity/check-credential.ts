import { verifyJWS } from 'did-jwt'
import { isAddressEqual, recoverAddress } from 'viem'
import { z } from 'zod'
import { HotswapError } from '@/lib/core/errors'
import { registrationDigest } from '../device/digests'
import { verifyDigest } from '../device/verify-digest'
import { deviceId } from '../ids'
import { metadataHash } from '../metadata-hash'
import { type Attestation, buildCredential } from './credential'
import { parseDidKey } from './did-key'
import { parseDidPkh } from './did-pkh'
import { changedLeaves, leafHashes } from './leaves'
import { jwtOf } from './secure-credential'

/** One thing that is wrong with a credential, and which of its values it is about. */
export type Finding = { place: string; sentence: string }

export type Checked = {
  findings: Finding[]
  attestation: Attestation | undefined
  issuer: string | undefined
}

const bytes = (pattern: RegExp) => z.templateLiteral(['0x', z.string().regex(pattern)])
const signature = bytes(/^(?:[0-9a-fA-F]{128}|[0-9a-fA-F]{130})$/)
const address = bytes(/^[0-9a-fA-F]{40}$/)
const hash = bytes(/^[0-9a-fA-F]{64}$/)
const uint = (bits: bigint) =>
  z
    .string()
    .regex(/^\d{1,78}$/)
    .transform(BigInt)
    .refine((value) => value < 1n << bits)

const headerSchema = z.object({
  alg: z.literal('ES256K'),
  typ: z.literal('vc+jwt'),
  iss: z.string(),
  kid: z.string(),
  leaves: z.record(z.string(), z.string()),
})

const credentialSchema = z.object({
  id: z.string(),
  issuer: z.string(),
  validFrom: z.iso.datetime(),
  credentialSubject: z.object({
    id: z.string(),
    position: z.string().regex(/^eip155:\d+\/erc721:0x[0-9a-fA-F]{40}\/\d+$/),
    metadata: z.looseObject({
      name: z.string(),
      hardware: z.string(),
      demonstration: z.boolean(),
      operator: z.string().optional(),
      note: z.string().optional(),
    }),
  }),
  evidence: z.tuple([
    z.object({
      transaction: hash,
      domain: z.object({ chainId: z.int().positive(), verifyingContract: address }),
      message: z.object({
        owner: address,
        deviceId: hash,
        network: hash,
        model: hash,
        cell: uint(64n),
        place: hash,
        metadata: hash,
        nonce: uint(256n),
        deadline: uint(256n),
      }),
      deviceSignature: signature,
      attester: z.string(),
      attesterSignature: signature,
    }),
  ]),
})

/**
 * Checks a credential by itself, without asking anyone: that its issuer signed it as it stands, that every value is one
 * it was issued with, that the device and the attester signed the claim it shows, and that what it says is that claim.
 *
 * @param text an enveloped verifiable credential in JSON, or its compact JWT
 * @returns everything that is wrong, each by the place of the value; nothing where the credential is good
 */
export async function checkCredential(text: string): Promise<Checked> {
  const nothing = { attestation: undefined, issuer: undefined }
  const found = (place: string, sentence: string) => ({ place, sentence })
  const parts = jwtOf(text)?.split('.')
  const header = headerSchema.safeParse(decode(parts?.[0]))
  const payload = decode(parts?.[1])
  if (!parts || !header.success)
    return {
      ...nothing,
      findings: [found('header', 'This is not a credential secured as vc+jwt with ES256K.')],
    }

  const findings = changedLeaves(payload, header.data.leaves).map((place) =>
    found(place, 'This value is not the one the credential was issued with.'),
  )
  const parsed = credentialSchema.safeParse(payload)
  if (!parsed.success) {
    const places = parsed.error.issues.map(({ path }) => path.join('.'))
    return {
      ...nothing,
      findings: [...findings, ...places.map((place) => found(place, 'This value cannot be read.'))],
    }
  }
  const { issuer } = parsed.data
  if (!isSignedBy(parts.join('.'), issuer) || header.data.iss !== issuer)
    findings.push(found(findings.length > 0 ? 'signature' : 'header', 'The issuer has not signed this.'))
  const attestation = await readAttestation(parsed.data, payload, findings)
  return { findings, attestation, issuer }
}

/** The claim inside, judged by its own signatures; what is wrong is added to the findings. */
async function readAttestation(
  credential: z.output<typeof credentialSchema>,
  payload: unknown,
  findings: Finding[],
): Promise<Attestation | undefined> {
  const { id, issuer, validFrom, credentialSubject: subject } = credential
  const [{ transaction, domain, message, deviceSignature, attester, attesterSignature }] = credential.evidence
  const say = (place: string, sentence: string) => {
    if (!findings.some((finding) => finding.place === place)) findings.push({ place, sentence })
  }
  try {
    const key = parseDidKey(subject.id)
    const { chainId, verifyingContract: positions } = domain
    const signer = parseDidPkh(attester).account
    const digest = registrationDigest({ chainId, positions }, message)
    if (deviceId(key) !== message.deviceId)
      say('evidence.0.message.deviceId', 'It is not the id of the subject’s key.')
    if (!verifyDigest(key, digest, deviceSignature))
      say('evidence.0.deviceSignature', 'The device has not signed the claim in the evidence.')
    const recovered = await recoverAddress({ hash: digest, signature: attesterSignature }).catch(
      () => undefined,
    )
    if (!recovered || !isAddressEqual(recovered, signer))
      say('evidence.0.attesterSignature', 'The attester has not signed the claim in the evidence.')
    if (metadataHash(subject.metadata) !== message.metadata)
      say('credentialSubject.metadata', 'It is not the document whose hash was signed.')
    const attestation: Attestation = {
      chainId,
      positions,
      positionId: Number(subject.position.split('/').at(-1)),
      claim: message,
      key,
      deviceSignature,
      attester: signer,
      attesterSignature,
      metadata: subject.metadata,
      transaction,
      registeredAt: new Date(validFrom),
    }
    const rebuilt = buildCredential(attestation, id, parseDidPkh(issuer).account)
    for (const place of changedLeaves(payload, leafHashes(rebuilt)))
      say(place, 'It is not what the signed claim says.')
    return attestation
  } catch (error) {
    if (!(error instanceof HotswapError)) throw error
    say('credentialSubject.id', error.message)
    return undefined
  }
}

function isSignedBy(jwt: string, issuer: string): boolean {
  try {
    const { chainId, account } = parseDidPkh(issuer)
    verifyJWS(jwt, {
      id: `${issuer}#blockchainAccountId`,
      type: 'EcdsaSecp256k1RecoveryMethod2020',
      controller: issuer,
      blockchainAccountId: `eip155:${chainId}:${account}`,
    })
    return true
  } catch {
    return false
  }
}

function decode(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
