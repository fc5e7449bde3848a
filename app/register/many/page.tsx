import type { Metadata } from 'next'
import Link from 'next/link'
import { BatchList } from '@/components/register/many/batch-list'
import { ColumnGuide } from '@/components/register/many/column-guide'
import { ManyAside } from '@/components/register/many/many-aside'
import { ManyForm } from '@/components/register/many/many-form'
import { PageTitle } from '@/components/ui'
import { readManyPage } from '@/lib/server/registrations/batches/read-batch-page'

export const metadata: Metadata = { title: 'Register many devices' }

export default async function ManyPage() {
  const { networks, batches, columns, most, mintAtOnce, now } = await readManyPage()
  return (
    <>
      <PageTitle
        title="Register many devices"
        above={
          <Link href="/register" className="link">
            Register one device
          </Link>
        }
      >
        One file, a row a device. Each row is judged by itself: the good ones go on, the others come back with
        what is wrong and where.
      </PageTitle>
      <div className="grid gap-x-16 gap-y-8 pb-16 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
        <div className="grid content-start gap-8">
          <ManyForm most={most} />
          {batches.length > 0 && <BatchList batches={batches} now={now} />}
          <ColumnGuide columns={columns} networks={networks} />
        </div>
        <ManyAside mintAtOnce={mintAtOnce} />
      </div>
    </>
  )
}
