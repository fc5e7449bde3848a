import { lookup as resolve } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { createGunzip } from 'node:zlib'
import { UnavailableError } from '@/lib/core/errors'
import { judgedLookup } from '../../outgoing/judged-lookup'
import { isPublicAddress } from '../../outgoing/public-address'
import { SourceAnswerError } from '../errors'

/** How long an endpoint has for its whole answer. */
const TIMEOUT_MS = 15_000
/** The longest answer that is read, unpacked. */
const MOST_BYTES = 10_000_000

export type Answer = { text: string; tag: string | undefined }

/**
 * Gets the text an address answers with, once. Redirects are not followed; the whole answer must come in time and within
 * ten million bytes, packed or not. Unless the endpoint is said to be private, the host is resolved once, every address
 * must be public, and the connection goes to what was judged.
 *
 * @returns undefined where the endpoint says that nothing has changed since the tag
 * @throws UnavailableError, SourceAnswerError naming host and status, and nothing of the answer
 */
export async function getText(
  url: URL,
  {
    headers,
    isPrivate,
    timeout = TIMEOUT_MS,
    lookup = resolve,
  }: {
    headers: Record<string, string>
    isPrivate: boolean
    timeout?: number
    lookup?: LookupFunction
  },
): Promise<Answer | undefined> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // a literal address is never looked up
  if (!isPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw notPublic(url)
  const signal = AbortSignal.timeout(timeout)
  try {
    const response = await send(url, {
      headers: { ...headers, 'accept-encoding': 'gzip', 'user-agent': 'Hotswap-Sources/1' },
      // a connection of its own: one that was kept open would pass by the check
      agent: false,
      lookup: isPrivate ? lookup : judgedLookup(lookup, isPublicAddress, () => notPublic(url)),
      signal,
    })
    const status = response.statusCode ?? 0
    if (status !== 200) response.destroy()
    if (status === 304) return undefined
    if (status >= 300 && status < 400)
      throw new SourceAnswerError(`${url.host} answered ${status}: what it leads to is not followed.`)
    if (status !== 200) throw new UnavailableError(`${url.host} answered ${status}.`)
    return { text: await readText(response), tag: response.headers.etag }
  } catch (error) {
    if (error instanceof SourceAnswerError || error instanceof UnavailableError) throw error
    const late = signal.aborted ? ` within ${timeout / 1000} seconds` : ''
    throw new UnavailableError(`${url.host} does not answer${late}.`, { cause: error })
  }
}

function send(url: URL, options: Parameters<typeof requestHttp>[1]): Promise<IncomingMessage> {
  return new Promise((answer, refuse) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options)
    request.on('error', refuse)
    request.on('response', answer)
    request.end()
  })
}

async function readText(response: IncomingMessage): Promise<string> {
  const packing = response.headers['content-encoding'] ?? 'identity'
  if (packing !== 'identity' && packing !== 'gzip') {
    response.destroy()
    throw new SourceAnswerError(`The answer is packed as ${packing.slice(0, 20)}, which was not asked for.`)
  }
  const gunzip = packing === 'gzip' ? createGunzip() : undefined
  // pipe does not hand on what breaks
  if (gunzip) response.on('error', (error) => gunzip.destroy(error)).pipe(gunzip)
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of gunzip ?? response) {
      bytes += chunk.length
      if (bytes > MOST_BYTES)
        throw new SourceAnswerError(`The answer is longer than ${MOST_BYTES / 1e6} million bytes.`)
      chunks.push(chunk)
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_'))
      throw new SourceAnswerError('The answer is not gzip, as it says.', { cause })
    throw cause
  } finally {
    response.destroy()
  }
  return Buffer.concat(chunks).toString()
}

function notPublic(url: URL) {
  return new SourceAnswerError(
    `${url.host} leads to an address that is not public, and the source is not set as private.`,
  )
}
