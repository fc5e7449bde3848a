import { createServer } from 'node:net'

/** Whether we can listen on a port of this machine, on the loopback addresses and on all of them. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1', '0.0.0.0']) if (!(await canListen(port, host))) return false
  return true
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    // a machine without IPv6 refuses the address, not the port
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    )
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** A port nobody listens on, chosen by the system. */
export function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

/** The first free port from `preferred` on; undefined when twenty in a row are taken. */
export async function freePortFrom(preferred: number): Promise<number | undefined> {
  for (let port = preferred; port < Math.min(preferred + 20, 65_536); port += 1)
    if (await isPortFree(port)) return port
  return undefined
}
