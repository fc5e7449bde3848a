import { config } from '../config'

/** Posts JSON-RPC calls to the node of this server's configuration. */
export async function sendToNode(calls: unknown, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(config().RPC_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(calls),
    signal,
    cache: 'no-store',
  })
  return response.json()
}
