import fc from 'fast-check'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, test } from 'vitest'
import { deviceSecretFromSeed, publicKeyOf, registrationDigest, signDigest } from '../device'
import { deviceId, type KeyType, keyTypes, toShortString } from '../ids'
import { metadataHash } from '../metadata-hash'
import { checkCredential } from './check-credential'
import { type Attestation, buildCredential } from './credential'
import { changedLeaves, leafHashes } from './leaves'
import { jwtOf, secureCredential } from './secure-credential'

const seed = 20_240_607
const attester = privateKeyToAccount(`0x${'a7'.repeat(32)}`)
const positions = `0x${'1'.repeat(40)}` as const

async function attest(keyType: KeyType): Promise<Attestation> {
  const secret = deviceSecretFromSeed(keyType, 'credential')
  const key = publicKeyOf(secret)
  const metadata = { name: 'Mill roof', hardware: 'Gateway', demonstration: false, note: 'é' }
  const claim = {
    owner: `0x${'2'.repeat(40)}` as const,
    deviceId: deviceId(key),
    network: toShortString('helium-iot'),
    model: toShortString('helium-hotspot-outdoor'),
    cell: 0x851f1d4bfffffffn,
    place: `0x${'3'.repeat(64)}` as const,
    metadata: metadataHash(metadata),
    nonce: 0n,
    deadline: 1_800_000_000n,
  }
  const digest = registrationDigest({ chainId: 31_337, positions }, claim)
  return {
    chainId: 31_337,
    positions,
    positionId: 12,
    claim,
    key,
    deviceSignature: signDigest(secret, digest),
    attester: attester.address,
    attesterSignature: await attester.sign({ hash: digest }),
    metadata,
    transaction: `0x${'4'.repeat(64)}`,
    registeredAt: new Date('2026-01-31T12:00:00Z'),
  }
}

const issue = async (attestation: Attestation) => {
  const id = 'https://hotswap.example/api/v1/positions/12/credential'
  const credential = buildCredential(attestation, id, attester.address)
  return { credential, text: JSON.stringify(await secureCredential(credential, attester)) }
}

describe.each(keyTypes)('the credential of a %s device', (keyType) => {
  test('is good as issued, in its envelope and as a bare JWT', async () => {
    const { text } = await issue(await attest(keyType))
    for (const form of [text, jwtOf(text) ?? ''])
      expect(await checkCredential(form)).toMatchObject({ findings: [], attestation: { positionId: 12 } })
  })

  test('altering any value is detected, and the value named', async () => {
    const { credential, text } = await issue(await attest(keyType))
    const [head, , signature] = jwtOf(text)?.split('.') ?? []
    for (const place of Object.keys(leafHashes(credential))) {
      const altered = structuredClone(credential)
      change(altered, place)
      const payload = Buffer.from(JSON.stringify(altered)).toString('base64url')
      const { findings } = await checkCredential(`${head}.${payload}.${signature}`)
      expect(
        findings.map((finding) => finding.place),
        place,
      ).toContain(place)
    }
  })

  test('an altered header or signature is detected', async () => {
    const { text } = await issue(await attest(keyType))
    const [head = '', payload, signature = ''] = jwtOf(text)?.split('.') ?? []
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown>
    const other = Buffer.from(JSON.stringify({ ...header, kid: 'x' })).toString('base64url')
    expect((await checkCredential(`${other}.${payload}.${signature}`)).findings).not.toEqual([])
    const turned = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`
    expect((await checkCredential(`${head}.${payload}.${turned}`)).findings).not.toEqual([])
  })
})

test('one who issues anew what the device did not sign is found out by the evidence', async () => {
  const attestation = await attest('p256')
  const moved = { ...attestation, claim: { ...attestation.claim, network: toShortString('wingbits') } }
  const { text } = await issue(moved)
  const { findings } = await checkCredential(text)
  expect(findings.map(({ place }) => place)).toEqual([
    'evidence.0.deviceSignature',
    'evidence.0.attesterSignature',
  ])
})

test('whatever is given, checking it never throws', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.base64String().map((it) => `${it}.${it}.${it}`),
      ),
      async (text) => {
        expect((await checkCredential(text)).findings).not.toEqual([])
      },
    ),
    { seed },
  )
})

test('leaves added and taken away are told too', () => {
  expect(changedLeaves({ a: 1, b: [1, 2] }, leafHashes({ a: 1, b: [1], c: 3 }))).toEqual(['b.1', 'c'])
})

/** Changes the value at a place into another of its type. */
function change(document: object, place: string): void {
  const path = place.split('.')
  const last = path.pop() ?? ''
  const parent = path.reduce((at: Record<string, unknown>, name) => at[name] as Record<string, unknown>, {
    ...document,
  } as Record<string, unknown>)
  const target = path.length === 0 ? (document as Record<string, unknown>) : parent
  const value = target[last]
  target[last] = typeof value === 'string' ? alter(value) : typeof value === 'number' ? value + 1 : !value
}

function alter(text: string): string {
  const end = text.at(-1) ?? ''
  return /[0-9]/.test(end) ? `${text.slice(0, -1)}${(Number(end) + 1) % 10}` : `${text}1`
}
