/** A file of devices and how far its rows are, as the API shows it. */
export type BatchView = {
  id: string
  owner: string
  rows: number
  counts: { refused: number; waiting: number; proven: number; minted: number; expired: number }
}
