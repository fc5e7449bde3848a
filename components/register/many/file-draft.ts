/** A file of devices as it is being given. */
export type FileDraft = {
  /** name of the file; empty for what was pasted */
  name: string
  text: string
}
