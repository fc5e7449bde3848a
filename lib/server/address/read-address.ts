import type { Address } from 'viem'
import { accountCounts, openOrdersOf, salesOfAccount } from '@/db/queries/address'
import { ledgerPage } from '@/db/queries/ledger'
import { didPkh } from '@/lib/chain/identity/did-pkh'
import type { AddressPage } from '@/lib/market/address-page'
import { context, type ServerContext } from '../context'
import { readPortfolio } from '../portfolio/read-portfolio'
import { accountLedger } from './account-ledger'
import { withChecksum } from './parse-account'

const ENTRIES = 20

/** What an account holds and did. An account nobody has seen has an empty page: any address may receive a position. */
export async function readAddress(
  account: Address,
  server: Pick<ServerContext, 'db' | 'now' | 'client' | 'deployment'> = context(),
): Promise<AddressPage> {
  const { db, client, deployment } = server
  const portfolio = await readPortfolio(account, server)
  const { now } = portfolio
  const [{ operator, ...counts }, orders, sales, { rows: entries }, code] = await Promise.all([
    accountCounts(db, account),
    openOrdersOf(db, account, now),
    salesOfAccount(db, account),
    ledgerPage(db, accountLedger(account), ENTRIES),
    // a node that is away must not take the record with it
    client.getCode({ address: account }).catch(() => undefined),
  ])
  return {
    account: withChecksum(account),
    did: didPkh(deployment.chainId, account),
    isContract: code !== undefined && code !== '0x',
    operator: operator ?? undefined,
    counts,
    portfolio,
    orders,
    sales,
    entries,
    now,
  }
}
