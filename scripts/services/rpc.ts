/** One JSON-RPC call to a node. @throws Error on an error answer, or none within `timeout` ms */
export async function rpc<answer>(
  url: string,
  method: string,
  params: readonly unknown[] = [],
  timeout = 60_000,
): Promise<answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    signal: AbortSignal.timeout(timeout),
  })
  const body = (await response.json()) as { result: answer; error?: { message: string } }
  if (body.error) throw new Error(`${method}: ${body.error.message}`)
  return body.result
}
