import type { Metadata } from 'next'
import Link from 'next/link'
import { Congestion } from '@/components/lab/congestion/congestion'
import { congestionKnobs } from '@/components/lab/congestion/congestion-knobs'
import { LabTitle } from '@/components/lab/lab-title'
import { readKnobs } from '@/components/lab/number-knobs'
import { Empty } from '@/components/ui'
import { readChoiceNetworks } from '@/lib/server/lab/read-choice-networks'

export const metadata: Metadata = {
  title: 'Congestion',
  description:
    'Operators choosing among real networks: equilibrium against optimum, the price of anarchy, and the toll that closes the gap.',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CongestionPage({ searchParams }: Props) {
  const query = await searchParams
  const categories = await readChoiceNetworks()
  const shown = categories.find(({ category }) => category === query.of) ?? categories[0]
  return (
    <>
      <LabTitle title="Congestion">
        A device that joins a network earns partly what it adds and partly what the others lose. Where
        operators come to rest who look at their own reward, where they would be better off together, and what
        it would take to get there.
      </LabTitle>
      {shown ? (
        <>
          <nav aria-label="Category" className="mb-6 flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {categories.map(({ category }) => (
              <Link
                key={category}
                href={`/lab/congestion?of=${category}`}
                scroll={false}
                aria-current={category === shown.category ? 'true' : undefined}
                className={category === shown.category ? 'py-0.5 text-ink' : 'link py-0.5 text-muted'}
              >
                {category}
              </Link>
            ))}
          </nav>
          <Congestion
            key={shown.category}
            start={readKnobs(congestionKnobs, query)}
            kept={shown === categories[0] ? '' : `of=${shown.category}`}
            networks={shown.networks}
          />
        </>
      ) : (
        <Empty title="No category has two networks with figures">
          A choice needs two networks with nodes and rewards of a month.
        </Empty>
      )}
    </>
  )
}
