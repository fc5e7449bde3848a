import type { Metadata } from 'next'
import { EntryBacktestSection } from '@/components/lab/entry-backtest'
import { entryKnobs } from '@/components/lab/entry-knobs'
import { FreeEntry } from '@/components/lab/free-entry'
import { LabTitle } from '@/components/lab/lab-title'
import { readKnobs } from '@/components/lab/number-knobs'
import { Empty } from '@/components/ui'
import { readCostDistribution } from '@/lib/server/lab/read-cost-distribution'
import { readEntryResult } from '@/lib/server/lab/roll-up-entry'

export const metadata: Metadata = {
  title: 'Free entry',
  description: 'How many devices a reward pool carries, given what real operators pay to run them.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function EntryPage({ searchParams }: Props) {
  const [found, result] = await Promise.all([readCostDistribution(), readEntryResult()])
  return (
    <>
      <LabTitle title="Free entry">
        How many devices does a reward pool carry? Operators enter while the next device earns more than it
        costs to run, and leave while it does not.
      </LabTitle>
      {found ? (
        <FreeEntry start={readKnobs(entryKnobs, await searchParams)} ground={found} />
      ) : (
        <Empty title="No operator’s running cost is known">
          Free entry needs what devices cost to run; no network here publishes it yet.
        </Empty>
      )}
      {result && (
        <div className="mt-10">
          <EntryBacktestSection result={result} />
        </div>
      )}
    </>
  )
}
