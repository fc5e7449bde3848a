import { AsyncLocalStorage } from 'node:async_hooks'

/* Next bundles a module several times; its copies share the one storage of the process. */
const KEY = Symbol.for('hotswap.peer')
const shared = globalThis as { [KEY]?: AsyncLocalStorage<string> }
shared[KEY] ??= new AsyncLocalStorage()
const storage = shared[KEY]

/** Address at the other end of the connection whose request is answered now; undefined outside of requests. */
export function peer(): string | undefined {
  return storage.getStore()
}

/** Runs a step, and whatever it starts, for the one at the other end of a connection. */
export function forPeer<result>(address: string | undefined, step: () => result): result {
  return address === undefined ? step() : storage.run(address, step)
}
