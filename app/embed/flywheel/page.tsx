import type { Metadata } from 'next'
import { FlywheelOne } from '@/components/lab/flywheel-one'
import { FlywheelTable } from '@/components/lab/flywheel-table'
import { FlywheelFoot } from '@/components/lab/lab-feet'
import { PhaseKey } from '@/components/lab/phase-key'
import { chosenFlywheel, newestMonth, readFlywheels } from '@/lib/server/lab/read-flywheels'

export const metadata: Metadata = { title: 'Flywheel', robots: { index: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The flywheel's phases alone, of all networks or of the one named, for other people's pages and for paper. */
export default async function EmbeddedFlywheel({ searchParams }: Props) {
  const [query, rows] = await Promise.all([searchParams, readFlywheels()])
  const one = query.of === undefined ? undefined : chosenFlywheel(rows, query.of)
  if (one)
    return (
      <>
        <h1 className="mb-3 font-medium">{one.name}: its flywheel</h1>
        <FlywheelOne row={one} />
        <FlywheelFoot asOf={newestMonth([one])} of={one} isEmbedded />
      </>
    )
  return (
    <>
      <h1 className="mb-2 font-medium">Flywheel phases of networks</h1>
      <PhaseKey />
      <FlywheelTable rows={rows} />
      <FlywheelFoot asOf={newestMonth(rows)} isEmbedded />
    </>
  )
}
