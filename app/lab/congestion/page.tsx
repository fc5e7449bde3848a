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
  const asked = typeof query.of === 'string' ? query.of : undefined
  const shown = categories.find(({ category }) => category === asked) ?? categories[0]
  return (
    <>
      <LabTitle title="Congestion">
        What do operators lose by each choosing a network for itself, and which toll would mend it? A device
        that joins earns partly what it adds and partly what the others lose.
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
          {asked !== undefined && asked !== shown.category && (
            <p className="mb-6 max-w-prose border-l-2 border-control pl-3 text-sm">
              Devices of “{asked}” have no choice here: it takes two networks of a category with nodes and
              rewards of a month. {shown.category} is shown.
            </p>
          )}
          <Congestion
            key={shown.category}
            start={readKnobs(congestionKnobs, query)}
            category={shown.category}
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
