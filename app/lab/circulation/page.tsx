import type { Metadata } from 'next'
import { Circulation } from '@/components/lab/circulation'
import { circulationKnobs } from '@/components/lab/circulation-knobs'
import { LabTitle } from '@/components/lab/lab-title'
import { readKnobs } from '@/components/lab/number-knobs'
import { readCirculation } from '@/lib/server/lab/read-circulation'

export const metadata: Metadata = {
  title: 'Circulation gap',
  description: 'What all devices together would gain if they could move freely between networks.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CirculationPage({ searchParams }: Props) {
  const networks = await readCirculation()
  return (
    <>
      <LabTitle title="Circulation gap">
        A device earns what its network pays, though another it could serve may pay more. What all would gain
        together if devices could move freely, dilution where they arrive included.
      </LabTitle>
      <Circulation start={readKnobs(circulationKnobs, await searchParams)} networks={networks} />
    </>
  )
}
