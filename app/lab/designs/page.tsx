import type { Metadata } from 'next'
import { allDesignKnobs } from '@/components/lab/design-knobs'
import { Designs } from '@/components/lab/designs'
import { LabTitle } from '@/components/lab/lab-title'
import { readKnobs } from '@/components/lab/number-knobs'
import { Empty } from '@/components/ui'
import { readCostDistribution } from '@/lib/server/lab/read-cost-distribution'

export const metadata: Metadata = {
  title: 'Token designs',
  description: 'Two designs of a network’s token, run on the same demand and real operators’ costs.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function DesignsPage({ searchParams }: Props) {
  const found = await readCostDistribution()
  return (
    <>
      <LabTitle title="Token designs">
        Two designs of a network’s token on the same demand and the same operators: emission, burning,
        staking, and who enters and leaves. At rest burn and mint come to supply = mint ÷ velocity.
      </LabTitle>
      {found ? (
        <Designs
          start={readKnobs(allDesignKnobs, await searchParams)}
          steps={found.steps}
          source={`the ${found.steps.length} operators of the relay network with their running costs of ${found.month}`}
        />
      ) : (
        <Empty title="No operator’s running cost is known">
          A run needs operators and what their devices cost; no network here publishes it yet.
        </Empty>
      )}
    </>
  )
}
