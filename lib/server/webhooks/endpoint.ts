import { isIP } from 'node:net'
import { isLoopback, isPublicAddress } from '../outgoing/public-address'
import { EndpointRefusedError } from './errors'

/** What endpoints may be: of the public internet alone, or on the local chain this machine’s own as well. */
export type EndpointPolicy = { allowLocal: boolean }

/**
 * Reads an endpoint's URL. This judges the text; the address that is really connected to is judged when it is (see
 * `postMessage`).
 *
 * @throws EndpointRefusedError in words
 */
export function parseEndpoint(text: string, policy: EndpointPolicy): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url) throw refused('This is not a URL; it should begin with https://.')
  if (url.username || url.password)
    throw refused('Leave user name and password out of the URL; the secret proves who sends.')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isLocal = host === 'localhost' || isLoopback(host)
  if (isLocal && policy.allowLocal && /^https?:$/.test(url.protocol)) return url
  if (url.protocol !== 'https:') throw refused('The URL must begin with https://.')
  if (isLocal || (isIP(host) !== 0 && !isPublicAddress(host)))
    throw refused('The URL must lead to a public address of the internet.')
  url.hash = ''
  return url
}

/** Whether a connection to this address is allowed for an endpoint. */
export function mayConnect(address: string, policy: EndpointPolicy): boolean {
  return isPublicAddress(address) || (policy.allowLocal && isLoopback(address))
}

function refused(message: string) {
  return new EndpointRefusedError(message, { fields: { url: message } })
}
