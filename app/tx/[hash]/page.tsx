import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TransactionView } from '@/components/ledger/transaction-view'
import { hash32Schema } from '@/lib/server/input'
import { readTransaction } from '@/lib/server/ledger/read-transaction'

export const metadata: Metadata = { title: 'Transaction' }

export default async function Page({ params }: { params: Promise<{ hash: string }> }) {
  const hash = hash32Schema.safeParse((await params).hash)
  const transaction = hash.success ? await readTransaction(hash.data) : undefined
  if (!transaction) notFound()
  return <TransactionView transaction={transaction} />
}
