import type { Metadata } from 'next'
import Link from 'next/link'
import { BatchProgress } from '@/components/register/many/batch-progress'
import { BatchRows } from '@/components/register/many/batch-rows'
import { PageTitle, Time } from '@/components/ui'
import { readBatchPage } from '@/lib/server/registrations/batches/read-batch-page'

export const metadata: Metadata = { title: 'Many devices' }

export default async function BatchPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const page = await readBatchPage((await params).id, await searchParams)
  return (
    <>
      <PageTitle
        title={page.batch.name}
        above={
          <Link href="/register/many" className="link">
            Register many devices
          </Link>
        }
      >
        Given <Time at={new Date(page.batch.createdAt)} now={page.now} />. This page has its own address: what
        is done stays done, and anything left can be gone on with later, from any browser.
      </PageTitle>
      <div className="grid gap-8 pb-16">
        <BatchProgress batch={page.batch} origin={page.origin} mintAtOnce={page.mintAtOnce} />
        <BatchRows {...page} />
      </div>
    </>
  )
}
