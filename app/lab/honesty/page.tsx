import type { Metadata } from 'next'
import { Honesty } from '@/components/lab/honesty'
import { honestyKnobs } from '@/components/lab/honesty-knobs'
import { LabTitle } from '@/components/lab/lab-title'
import { readKnobs } from '@/components/lab/number-knobs'
import { readHonestyFigures } from '@/lib/server/lab/read-honesty-figures'

export const metadata: Metadata = {
  title: 'Honesty',
  description:
    'The bond and the audit rate at which a device operator has nothing to gain from a false report.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function HonestyPage({ searchParams }: Props) {
  const query = await searchParams
  const text = (key: string) => (typeof query[key] === 'string' ? query[key] : '')
  const position = /^\d{1,9}$/.test(text('position')) ? Number(text('position')) : undefined
  const network = text('of') || undefined
  const figures =
    position !== undefined || network
      ? await readHonestyFigures({ ...(position !== undefined ? { position } : { network: network! }) })
      : undefined
  const asked = position !== undefined ? `position=${position}` : `of=${network}`
  return (
    <>
      <LabTitle title="Honesty">
        An operator may report work that was not done; a network may audit. How often each happens at rest,
        and the bond behind a device that makes honesty the better choice whatever the network does.
      </LabTitle>
      <Honesty
        key={figures?.href ?? ''}
        start={readKnobs(honestyKnobs(figures), query)}
        kept={figures ? asked : ''}
        figures={figures}
      />
    </>
  )
}
