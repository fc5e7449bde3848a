import type { Metadata } from 'next'
import { Suspense } from 'react'
import { FlywheelRule } from '@/components/lab/flywheel-rule'
import { FlywheelTable } from '@/components/lab/flywheel-table'
import { FlywheelFoot } from '@/components/lab/lab-feet'
import { LabTitle } from '@/components/lab/lab-title'
import { PhaseKey } from '@/components/lab/phase-key'
import { SkeletonRows } from '@/components/ui'
import { newestMonth, readFlywheels } from '@/lib/server/lab/read-flywheels'

export const metadata: Metadata = {
  title: 'Flywheel',
  description: 'Whether each network is spinning up, coasting, stalling or unwinding, month by month.',
}

export default function FlywheelPage() {
  return (
    <>
      <LabTitle title="Flywheel" data="/lab/flywheel/data.csv">
        A token that rises draws devices, and devices draw users; a token that falls does the reverse. Which
        way each network turned, month by month, from its public figures.
      </LabTitle>
      <div className="space-y-8">
        <PhaseKey />
        <Suspense fallback={<SkeletonRows rows={16} rowHeight={3.25} />}>
          <Flywheels />
        </Suspense>
        <FlywheelRule />
      </div>
    </>
  )
}

async function Flywheels() {
  const rows = await readFlywheels()
  return (
    <>
      <FlywheelTable rows={rows} />
      <FlywheelFoot asOf={newestMonth(rows)} />
    </>
  )
}
