import Link from 'next/link'
import type { ReactNode } from 'react'
import { LinkButton, PageTitle } from '@/components/ui'

/** The head of an experiment: back to the Lab, what is asked, and its data. */
export function LabTitle({
  title,
  data,
  children,
}: {
  title: string
  /** where its figures are as CSV */
  data?: string
  children: ReactNode
}) {
  return (
    <PageTitle
      title={title}
      above={
        <Link href="/lab" className="link">
          Lab
        </Link>
      }
      action={
        data && (
          <LinkButton href={data} prefetch={false} download variant="secondary" size="sm">
            Data, CSV
          </LinkButton>
        )
      }
    >
      {children}
    </PageTitle>
  )
}
