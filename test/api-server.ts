import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RouteHandler } from '@/lib/server/http/route-handler'

/** Route handlers by method and path, `:name` standing for a dynamic segment: `'GET /api/v1/things/:id'`. */
export type Routes = Record<string, RouteHandler>

export type ApiServer = { url: string; stop(): Promise<void> }

/** Serves route handlers over real HTTP without Next around them, for clients that are processes of their own. */
export async function serveRoutes(routes: Routes, port = 0): Promise<ApiServer> {
  const table = Object.entries(routes).map(([name, handler]) => {
    const [method, path = ''] = name.split(' ')
    const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
    return { method, pattern, handler }
  })
  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://localhost')
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const found = table.find(
      ({ method, pattern }) => method === incoming.method && pattern.test(url.pathname),
    )
    const request = new Request(url, {
      method: incoming.method ?? 'GET',
      headers: Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      ),
      ...(incoming.method === 'POST' && { body: Buffer.concat(chunks) }),
    })
    const params = found?.pattern.exec(url.pathname)?.groups ?? {}
    const response = found
      ? await found.handler(request, { params: Promise.resolve({ ...params }) })
      : new Response('not found', { status: 404 })
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: chosen } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${chosen}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
