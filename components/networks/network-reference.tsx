import Link from 'next/link'
import { ReferenceMethod } from '@/components/reference/reference-method'
import { ReferenceTable } from '@/components/reference/reference-table'
import { SizeTests } from '@/components/reference/size-tests'
import { Section } from '@/components/ui'
import type { NetworkReferences } from '@/lib/market/reference-price/kept-reference'

/** What a network's positions were sold for, by model, and what its sales look like as a whole. */
export function NetworkReference({
  slug,
  name,
  network,
  models,
}: NetworkReferences & { slug: string; name: string }) {
  return (
    <Section
      id="reference"
      title="Reference price"
      note="what was paid, wash trades left out"
      action={
        <Link href={`/ledger?kind=sales&network=${slug}`} className="link">
          Its sales
        </Link>
      }
    >
      <ReferenceTable
        caption={`Reference prices of ${name} and its models`}
        lines={[
          { key: 'network', of: `All of ${name}`, reference: network },
          ...models.map((model) => ({ key: model.slug, of: model.name, reference: model.reference })),
        ]}
      />
      <SizeTests reference={network} />
      <ReferenceMethod />
    </Section>
  )
}
