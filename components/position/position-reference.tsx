import Link from 'next/link'
import { ReferenceMethod } from '@/components/reference/reference-method'
import { ReferenceTable } from '@/components/reference/reference-table'
import type { PositionPage } from '@/lib/market/position-page'

/** What positions like this one were sold for, from the nearest to the widest. */
export function PositionReference({ page }: { page: PositionPage }) {
  const { facts, references, valuation } = page
  return (
    <>
      <ReferenceTable
        caption="Reference prices of this position, its model and its network"
        value={valuation}
        lines={[
          { key: 'position', of: 'This position', reference: references.position },
          { key: 'model', of: facts.model.name, reference: references.model },
          {
            key: 'network',
            of: (
              <Link href={`/networks/${facts.network.slug}#reference`} className="link">
                {facts.network.name}
              </Link>
            ),
            reference: references.network,
          },
        ]}
      />
      <ReferenceMethod />
    </>
  )
}
