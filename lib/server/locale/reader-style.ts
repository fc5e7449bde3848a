import { AsyncLocalStorage } from 'node:async_hooks'
import { type FigureStyle, plainStyle } from '@/lib/core/locale/figure-style'

/* Next bundles a module several times; its copies share the one storage of the process. */
const KEY = Symbol.for('hotswap.reader-style')
const shared = globalThis as { [KEY]?: AsyncLocalStorage<FigureStyle> }
shared[KEY] ??= new AsyncLocalStorage()
const storage = shared[KEY]

/** How figures are written for the reader whose request is answered now; undefined outside of requests. */
export function readerStyle(): FigureStyle | undefined {
  return storage.getStore()
}

/** Runs a step, and whatever it starts, for a reader. */
export function forReader<result>(style: FigureStyle, step: () => result): result {
  return storage.run(style, step)
}

/** Runs a step for nobody in particular: what it writes is the same for everyone, as files and images are. */
export function forEveryone<result>(step: () => result): result {
  return storage.run(plainStyle, step)
}
