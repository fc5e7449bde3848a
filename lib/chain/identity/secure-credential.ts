import { bytesToBase64url, createJWS, type JWTHeader } from 'did-jwt'
import { type Address, type Hex, hexToBytes, sha256, slice, stringToBytes } from 'viem'
import type { Credential } from './credential'
import { leafHashes } from './leaves'

/** Who secures a credential: a secp256k1 key that signs 32-byte hashes. */
export type CredentialSigner = {
  address: Address
  sign(parameters: { hash: Hex }): Promise<Hex>
}

/** A secured credential as VC Data Model 2.0 has it in JSON. */
export type EnvelopedCredential = { '@context': string; id: string; type: 'EnvelopedVerifiableCredential' }

const PREFIX = 'data:application/vc+jwt,'

/**
 * Secures a credential with JOSE (W3C VC-JOSE-COSE): a `vc+jwt`, signed by ES256K (RFC 8812) with the issuer's key, in
 * an enveloped verifiable credential. The private header `leaves` holds a short hash of each value.
 */
export async function secureCredential(
  credential: Credential,
  signer: CredentialSigner,
): Promise<EnvelopedCredential> {
  const header: Partial<JWTHeader> = {
    alg: 'ES256K',
    cty: 'vc',
    iss: credential.issuer,
    kid: `${credential.issuer}#blockchainAccountId`,
    leaves: leafHashes(credential),
  }
  // the media type of VC-JOSE-COSE, which the library's type of a header does not know
  Object.assign(header, { typ: 'vc+jwt' })
  const jwt = await createJWS(
    { ...credential },
    async (data) => {
      const bytes = typeof data === 'string' ? stringToBytes(data) : data
      const signature = await signer.sign({ hash: sha256(bytes) })
      return bytesToBase64url(hexToBytes(slice(signature, 0, 64)))
    },
    header,
  )
  return {
    '@context': 'https://www.w3.org/ns/credentials/v2',
    id: `${PREFIX}${jwt}`,
    type: 'EnvelopedVerifiableCredential',
  }
}

/** The compact JWT inside an enveloped credential, or a compact JWT by itself; undefined where there is neither. */
export function jwtOf(text: string): string | undefined {
  const compact = /^[\w-]+\.[\w-]+\.[\w-]+$/
  if (compact.test(text.trim())) return text.trim()
  try {
    const { id } = JSON.parse(text) as { id?: unknown }
    const jwt = typeof id === 'string' && id.startsWith(PREFIX) ? id.slice(PREFIX.length) : ''
    return compact.test(jwt) ? jwt : undefined
  } catch {
    return undefined
  }
}
