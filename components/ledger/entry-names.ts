import type { EntryGroup, EntryKind } from '@/lib/market/ledger-query'

/** What happened, in a word or two. */
export const entryNames: Record<EntryKind, string> = {
  registered: 'Registered',
  reassigned: 'Reassigned',
  user_set: 'User set',
  flags_set: 'Flags set',
  transferred: 'Transferred',
  approved_all: 'Approval',
  order_filled: 'Sold',
  order_cancelled: 'Order cancelled',
  order_validated: 'Order validated',
  counter_moved: 'All orders cancelled',
  reward_claimed: 'Reward claimed',
  listed: 'Listed',
  offered: 'Offer made',
}

export const groupNames: Record<EntryGroup, string> = {
  registrations: 'Registrations',
  sales: 'Sales',
  marked: 'Sales left out of prices',
  orders: 'Orders',
  cancellations: 'Cancellations',
  transfers: 'Transfers',
  reassignments: 'Reassignments',
  rewards: 'Rewards claimed',
  rights: 'Rights and approvals',
}

/** What the two accounts of an entry are to it: from whom, to whom. */
export const partyNames: Record<EntryKind, { account?: string; counterparty?: string }> = {
  registered: { account: 'owner' },
  reassigned: {},
  user_set: { counterparty: 'user' },
  flags_set: { account: 'by' },
  transferred: { account: 'from', counterparty: 'to' },
  approved_all: { account: 'owner', counterparty: 'operator' },
  order_filled: { account: 'seller', counterparty: 'buyer' },
  order_cancelled: { account: 'by' },
  order_validated: { account: 'by' },
  counter_moved: { account: 'by' },
  reward_claimed: { account: 'paid to' },
  listed: { account: 'seller' },
  offered: { account: 'buyer' },
}
