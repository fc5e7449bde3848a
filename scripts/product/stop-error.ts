/** An end of the run that the reader can mend: shown as its message alone, without a stack. */
export class StopError extends Error {
  override readonly name = 'StopError'
}
