/** A settled sale, as the public record has it. Times in seconds since 1970, prices in dollars. */
export type Sale = {
  id: string
  position: number
  time: number
  priceUsd: number
  buyer: string
  seller: string
  /** what it weighs when fresh; one without */
  volume?: number
  /** share of that which it counts for; whole without */
  counts?: number
}

/** A movement of the settlement token between two accounts. */
export type Funding = { from: string; to: string; amountUsd: number; time: number }

/** A position given from one account to another without a sale. */
export type Gift = { position: number; from: string; to: string; time: number }

/** Why a sale is marked, and what shows it. */
export type WashMark =
  | { test: 'self-fill'; account: string }
  | { test: 'round-trip'; sales: string[] }
  | {
      test: 'funding-link'
      kind: 'seller funded buyer' | 'price came back' | 'same source' | 'sold to each other'
      /** who paid, whom it passed through where that is one account, and who got it */
      accounts: string[]
    }

export const DAY = 86_400
