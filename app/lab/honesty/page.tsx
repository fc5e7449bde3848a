import type { Metadata } from 'next'
import { Honesty } from '@/components/lab/honesty'
import { honestyKnobs } from '@/components/lab/honesty-knobs'
import { LabTitle } from '@/components/lab/lab-title'
import { readKnobs } from '@/components/lab/number-knobs'
import { readHonestyOf } from '@/lib/server/lab/read-honesty-figures'

export const metadata: Metadata = {
  title: 'Honesty',
  description:
    'The bond and the audit rate at which a device operator has nothing to gain from a false report.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function HonestyPage({ searchParams }: Props) {
  const query = await searchParams
  const { figures, kept } = await readHonestyOf(query)
  return (
    <>
      <LabTitle title="Honesty">
        How large must a bond be so that nobody gains from a false report? An operator may report work that
        was not done; a network may audit.
      </LabTitle>
      <Honesty
        key={figures?.href ?? ''}
        start={readKnobs(honestyKnobs(figures), query)}
        kept={kept}
        figures={figures}
      />
    </>
  )
}
