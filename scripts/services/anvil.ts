import { foundryBinary } from './binaries'
import { rpc } from './rpc'
import { type Service, startService } from './service'
import { waitUntil } from './wait-until'

export type AnvilOptions = {
  port: number
  logFile: string
  /** true: ends with this process instead of keeping it alive */
  background?: boolean
  /** further flags of anvil */
  args?: readonly string[]
}

export type Anvil = Service & { rpcUrl: string }

export const CHAIN_ID = 31_337

/**
 * Starts anvil on 127.0.0.1, chain 31337. State is not kept here; see chain-state.ts.
 * @throws Error with the last lines of the log when it does not come up
 */
export async function startAnvil({ port, logFile, background, args = [] }: AnvilOptions): Promise<Anvil> {
  const service = await startService({
    name: 'anvil',
    command: foundryBinary('anvil'),
    args: [
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--chain-id',
      String(CHAIN_ID),
      '--no-request-size-limit',
      ...args,
    ],
    env: { ANVIL_IP_ADDR: undefined, RUST_LOG: undefined },
    logFile,
    background,
    stopSignal: 'SIGTERM',
  })
  const rpcUrl = `http://127.0.0.1:${port}`
  try {
    await waitUntil(
      'anvil answers',
      async () =>
        service.exit() !== undefined || Number(await rpc(rpcUrl, 'eth_chainId', [], 2_000)) === CHAIN_ID,
      { interval: 10 },
    )
  } catch (error) {
    await service.stop()
    throw error
  }
  if (service.exit())
    throw new Error(`anvil ended as it started. Its last lines (${logFile}):\n${service.tail()}`)
  return { ...service, rpcUrl }
}
