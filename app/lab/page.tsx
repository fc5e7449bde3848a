import type { Metadata } from 'next'
import { LabIndex } from '@/components/lab/lab-index'
import { PageTitle } from '@/components/ui'

export const metadata: Metadata = {
  title: 'Lab',
  description: 'Game theory, incentives and network effects, run on the networks’ real figures.',
}

export default function LabPage() {
  return (
    <>
      <PageTitle title="Lab">
        Game theory, incentives and network effects, run on the networks’ real figures. Every figure set here
        stands in the address, so that a result can be sent to someone else.
      </PageTitle>
      <LabIndex />
    </>
  )
}
