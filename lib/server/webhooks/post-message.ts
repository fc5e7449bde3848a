import { lookup as resolve } from 'node:dns'
import { type ClientRequest, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { judgedLookup } from '../outgoing/judged-lookup'
import { type EndpointPolicy, mayConnect, parseEndpoint } from './endpoint'
import { EndpointRefusedError } from './errors'

/** How long a receiver has to answer. */
export const TIMEOUT_MS = 10_000

/** What an attempt came to: a status, or why there was none. */
export type Outcome = { status: number } | { error: string }

/**
 * Posts a JSON body to an endpoint once. Redirects are not followed, the answer's body is not read, and nothing of it is
 * kept but its status. The host is resolved once, and the connection goes to the very address that was judged: a name
 * that answers otherwise the next time (DNS rebinding) gains nothing.
 */
export async function postMessage(
  endpoint: string,
  { headers, body }: { headers: Record<string, string>; body: string },
  policy: EndpointPolicy & { timeout?: number; lookup?: LookupFunction },
): Promise<Outcome> {
  try {
    const url = parseEndpoint(endpoint, policy)
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const request = send(url, {
      method: 'POST',
      // a connection of its own: one that was kept open would pass by the check
      agent: false,
      lookup: judgedLookup(
        policy.lookup ?? resolve,
        (address) => mayConnect(address, policy),
        () => new EndpointRefusedError('The host leads to an address that is not public.'),
      ),
      signal: AbortSignal.timeout(policy.timeout ?? TIMEOUT_MS),
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Hotswap-Webhooks/1',
      },
    })
    return { status: await statusOf(request, body) }
  } catch (error) {
    return { error: reasonOf(error) }
  }
}

function statusOf(request: ClientRequest, body: string): Promise<number> {
  return new Promise((answer, refuse) => {
    request.on('error', refuse)
    request.on('response', (response) => {
      answer(response.statusCode ?? 0)
      response.destroy()
    })
    request.end(body)
  })
}

const reasons: Record<string, string> = {
  ENOTFOUND: 'The host has no address.',
  EAI_AGAIN: 'The host’s address could not be looked up.',
  ECONNREFUSED: 'The receiver refused the connection.',
  ECONNRESET: 'The receiver broke the connection off.',
  EHOSTUNREACH: 'The receiver cannot be reached.',
  ENETUNREACH: 'The receiver cannot be reached.',
  ETIMEDOUT: 'The receiver did not answer in time.',
}

function reasonOf(error: unknown): string {
  if (error instanceof EndpointRefusedError) return error.message
  if (!(error instanceof Error)) return 'The message could not be sent.'
  if (error.name === 'TimeoutError' || error.name === 'AbortError')
    return 'The receiver did not answer in time.'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (/CERT|SSL|TLS|ALTNAME/.test(code)) return 'The receiver’s certificate is not valid.'
  return reasons[code] ?? 'The message could not be sent.'
}
