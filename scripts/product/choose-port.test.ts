import { createServer, type Server } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { choosePort } from './choose-port'

let server: Server | undefined
afterEach(() => server?.close())

function occupy(): Promise<number> {
  return new Promise((resolve) => {
    const taken = createServer()
    server = taken
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

it('steps around a default that is taken, and says so', async () => {
  const port = await occupy()
  const choice = await choosePort('the chain', 'RPC_PORT', undefined, port)
  expect(choice.port).toBeGreaterThan(port)
  expect(choice.note).toBe(`port ${port} is taken; the chain uses ${choice.port}`)
})

it('names a port that was asked for and is taken', async () => {
  const port = await occupy()
  await expect(choosePort('the chain', 'RPC_PORT', port, 8_545)).rejects.toThrow(
    `Port ${port}, asked for by RPC_PORT, is taken`,
  )
})

it('takes any free port when asked to', async () => {
  const { port, note } = await choosePort('the chain', 'RPC_PORT', 'any', 8_545)
  expect(port).toBeGreaterThan(1_023)
  expect(note).toBeUndefined()
})
