import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { FlywheelAnswer } from '@/components/lab/flywheel-answer'
import { FlywheelOne } from '@/components/lab/flywheel-one'
import { FlywheelRule } from '@/components/lab/flywheel-rule'
import { FlywheelTable } from '@/components/lab/flywheel-table'
import { FlywheelFoot } from '@/components/lab/lab-feet'
import { LabTitle } from '@/components/lab/lab-title'
import { PhaseKey } from '@/components/lab/phase-key'
import { Section, SkeletonRows } from '@/components/ui'
import { chosenFlywheel, newestMonth, readFlywheels } from '@/lib/server/lab/read-flywheels'

export const metadata: Metadata = {
  title: 'Flywheel',
  description: 'Whether each network is spinning up, coasting, stalling or unwinding, month by month.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default function FlywheelPage({ searchParams }: Props) {
  return (
    <>
      <LabTitle title="Flywheel" data="/lab/flywheel/data.csv">
        A token that rises draws devices, and devices draw users; a token that falls does the reverse. Which
        way each network turned, month by month, from its public figures.
      </LabTitle>
      <div className="space-y-8">
        <Suspense fallback={<SkeletonRows rows={28} rowHeight={3.25} />}>
          <Flywheels searchParams={searchParams} />
        </Suspense>
        <FlywheelRule />
      </div>
    </>
  )
}

async function Flywheels({ searchParams }: Props) {
  const [query, rows] = await Promise.all([searchParams, readFlywheels()])
  const one = chosenFlywheel(rows, query.of)
  return (
    <>
      <FlywheelAnswer rows={rows} />
      {one && (
        <Section
          id="one"
          title={one.name}
          note="its history on bands of phases, and as a path through the rule"
        >
          <nav aria-label="Network" className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm" data-print="hide">
            {rows
              .filter(({ points }) => points.length > 0)
              .map(({ slug, name }) => (
                <Link
                  key={slug}
                  href={`/lab/flywheel?of=${slug}#one`}
                  scroll={false}
                  prefetch={false}
                  aria-current={slug === one.slug ? 'true' : undefined}
                  className={slug === one.slug ? 'border-b border-ink text-ink' : 'link text-muted'}
                >
                  {name}
                </Link>
              ))}
          </nav>
          <FlywheelOne row={one} />
          <FlywheelFoot asOf={newestMonth([one])} of={one} />
        </Section>
      )}
      <Section title="All networks" note="on one axis of time">
        <PhaseKey />
        <FlywheelTable rows={rows} />
        <FlywheelFoot asOf={newestMonth(rows)} />
      </Section>
    </>
  )
}
