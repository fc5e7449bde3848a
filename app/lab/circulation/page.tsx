import type { Metadata } from 'next'
import { Circulation } from '@/components/lab/circulation'
import { circulationKnobs } from '@/components/lab/circulation-knobs'
import { CirculationRangeSection } from '@/components/lab/circulation-range'
import { LabTitle } from '@/components/lab/lab-title'
import { readKnobs } from '@/components/lab/number-knobs'
import { readCirculation } from '@/lib/server/lab/read-circulation'
import { readCirculationHeadline } from '@/lib/server/lab/roll-up-circulation'

export const metadata: Metadata = {
  title: 'Circulation gap',
  description: 'What all devices together would gain if they could move freely between networks.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CirculationPage({ searchParams }: Props) {
  const [networks, range] = await Promise.all([readCirculation(), readCirculationHeadline()])
  return (
    <>
      <LabTitle title="Circulation gap">
        A device earns what its network pays, though another it could serve may pay more. What all would gain
        together if devices could move freely, dilution where they arrive included.
      </LabTitle>
      {range && (
        <div className="mb-10">
          <CirculationRangeSection range={range} />
        </div>
      )}
      <Circulation start={readKnobs(circulationKnobs, await searchParams)} networks={networks} />
    </>
  )
}
