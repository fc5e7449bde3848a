import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { rpc } from './rpc'

/**
 * Gives a fresh anvil the state an earlier one was left in.
 * @returns whether there was one
 * @throws Error when the file is there but the node refuses it
 */
export async function loadChainState(rpcUrl: string, file: string): Promise<boolean> {
  if (!existsSync(file)) return false
  await rpc(rpcUrl, 'anvil_loadState', [`0x${readFileSync(file).toString('hex')}`])
  return true
}

export type ChainStateKeeper = {
  /** writes the state as it is now */
  save(): Promise<void>
  /** a last write, then no more */
  stop(): Promise<void>
}

/**
 * Writes anvil's whole state to a file whenever the chain has moved, at most every second and never more than a
 * twentieth of the time: the file is whole or the one before it, whatever is killed when.
 * Why not anvil's own `--state-interval`: docs/decisions/0007-local-services.md.
 */
export function keepChainState(rpcUrl: string, file: string): ChainStateKeeper {
  let saved = ''
  let writing: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function write(): Promise<void> {
    const head = await rpc<{ hash: string }>(rpcUrl, 'eth_getBlockByNumber', ['latest', false])
    if (head.hash === saved) return
    const state = await rpc<string>(rpcUrl, 'anvil_dumpState')
    replaceFile(file, Buffer.from(state.slice(2), 'hex'))
    saved = head.hash
  }

  /** One write at a time; who asks during one waits for the next. */
  async function save(): Promise<void> {
    await writing?.catch(() => {})
    writing = write()
    await writing
  }

  function schedule(delay: number): void {
    if (stopped) return
    timer = setTimeout(async () => {
      const began = Date.now()
      // a node that is gone is the supervisor's to tell
      await save().catch(() => {})
      schedule(Math.max(1_000, (Date.now() - began) * 20))
    }, delay)
    timer.unref()
  }
  schedule(1_000)

  return {
    save,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await save()
    },
  }
}

function replaceFile(file: string, content: Buffer): void {
  mkdirSync(dirname(file), { recursive: true })
  const handle = openSync(`${file}.new`, 'w')
  try {
    writeSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(`${file}.new`, file)
}
