import type { Address } from 'viem'
import type { LedgerQuery } from '@/lib/market/ledger-query'

/** The public record of one account. */
export function accountLedger(account: Address): LedgerQuery {
  return { group: undefined, network: undefined, position: undefined, account, cursor: undefined }
}
