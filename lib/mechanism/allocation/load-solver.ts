import loadHighs, { type Highs } from 'highs'

let loading: Promise<Highs> | undefined

/** HiGHS, compiled to WebAssembly; loaded once a process. It blocks its thread: keep it off the one that serves pages. */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs()
  return loading
}
