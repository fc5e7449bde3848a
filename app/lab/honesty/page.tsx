import type { Metadata } from 'next'
import { Honesty } from '@/components/lab/honesty'
import { honestyKnobs } from '@/components/lab/honesty-knobs'
import { LabTitle } from '@/components/lab/lab-title'
import { readKnobs } from '@/components/lab/number-knobs'

export const metadata: Metadata = {
  title: 'Honesty',
  description:
    'The bond and the audit rate at which a device operator has nothing to gain from a false report.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function HonestyPage({ searchParams }: Props) {
  return (
    <>
      <LabTitle title="Honesty">
        An operator may report work that was not done; a network may audit. How often each happens at rest,
        and the bond behind a device that makes honesty the better choice whatever the network does.
      </LabTitle>
      <Honesty start={readKnobs(honestyKnobs, await searchParams)} />
    </>
  )
}
