import type { OrderStanding } from './order-status'

/** One sentence for each standing of an order, as a person who looks at it reads it. */
export const standingSentences: { readonly [standing in OrderStanding]: string } = {
  open: 'Can be filled now.',
  scheduled: 'Opens later.',
  expired: 'Its time is over.',
  filled: 'Filled.',
  cancelled: 'Cancelled by its signer.',
  counter_moved: 'Cancelled together with all earlier orders of its signer.',
  not_owned: 'The seller no longer holds the position.',
  not_approved: 'The approval that the fill needs is not in place.',
  no_funds: 'The buyer who signed it holds too few dollars.',
  state_changed: 'The position is no longer what the signer signed.',
  signature_invalid: 'The signer’s wallet no longer stands by its signature.',
}
