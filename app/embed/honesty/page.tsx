import type { Metadata } from 'next'
import { FramedFigure } from '@/components/lab/framed-figure'
import { HonestyFigure } from '@/components/lab/honesty-figure'
import { honestyKnobs } from '@/components/lab/honesty-knobs'
import { readKnobs, writeKnobs } from '@/components/lab/number-knobs'
import { readHonestyOf } from '@/lib/server/lab/read-honesty-figures'

export const metadata: Metadata = { title: 'Honesty', robots: { index: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The bond by audit rate alone, at the figures of the address. */
export default async function EmbeddedHonesty({ searchParams }: Props) {
  const query = await searchParams
  const { figures, kept } = await readHonestyOf(query)
  const knobs = honestyKnobs(figures)
  const values = readKnobs(knobs, query)
  const href = `/lab/honesty${writeKnobs(knobs, values, kept)}`
  return (
    <FramedFigure
      title={`The bond that keeps reports honest${figures ? `, ${figures.name}` : ''}`}
      href={href}
    >
      <HonestyFigure
        values={values}
        figures={figures}
        origin={{ method: `${href}#method`, isFramed: true }}
      />
    </FramedFigure>
  )
}
