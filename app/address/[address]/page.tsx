import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { AddressSkeleton } from '@/components/address/address-skeleton'
import { AddressView } from '@/components/address/address-view'
import { parseAccount, withChecksum } from '@/lib/server/address/parse-account'
import { readAddress } from '@/lib/server/address/read-address'
import { requireDatabase } from '@/lib/server/failure/require-database'

type Props = { params: Promise<{ address: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const parsed = parseAccount((await params).address)
  if ('problem' in parsed) return { title: 'No such address' }
  const account = withChecksum(parsed.account)
  return {
    title: `${account.slice(0, 6)}…${account.slice(-4)}`,
    alternates: { canonical: `/address/${account}` },
  }
}

export default async function AddressPage({ params }: Props) {
  const parsed = parseAccount((await params).address)
  if ('problem' in parsed) notFound()
  await requireDatabase()
  return (
    <Suspense fallback={<AddressSkeleton account={withChecksum(parsed.account)} />}>
      <Account account={parsed.account} />
    </Suspense>
  )
}

async function Account({ account }: { account: `0x${string}` }) {
  return <AddressView page={await readAddress(account)} />
}
