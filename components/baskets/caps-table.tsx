import { Table, Td, Th, Tr } from '@/components/ui'
import { formatFixed, formatUsd } from '@/lib/core/format'
import type { BasketSurroundings } from '@/lib/mechanism/allocation/explore-basket'
import type { BasketFigures } from '@/lib/mechanism/allocation/plan-basket'
import { placeKinds } from './place-kinds'

type Uncapped = NonNullable<BasketSurroundings['uncapped']>

/** What the caps keep from concentrating, and what that costs: baskets of any shares, with and without them. */
export function CapsTable({ uncapped }: { uncapped: Uncapped }) {
  const columns: [string, BasketFigures][] = [
    ['With caps', uncapped.capped],
    ['Without, same gain', uncapped.same],
    ['Without, same tail', uncapped.most],
  ]
  const line = (name: string, read: (of: BasketFigures) => string) => (
    <Tr key={name}>
      <Td>{name}</Td>
      {columns.map(([column, of]) => (
        <Td key={column} numeric>
          {read(of)}
        </Td>
      ))}
    </Tr>
  )
  return (
    <div className="mt-6">
      <p className="mb-2 max-w-prose">{costOfCaps(uncapped)}</p>
      <Table
        still
        caption="The best baskets of any shares, with the caps and without them"
        className="max-w-3xl"
      >
        <thead>
          <tr>
            <Th>Any shares</Th>
            {columns.map(([name]) => (
              <Th key={name} numeric>
                {name}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {line('Expected gain', ({ gainUsd }) => formatUsd(gainUsd))}
          {line('Tail loss', ({ cvarUsd }) => formatUsd(cvarUsd))}
          {placeKinds.map(([kind, name]) =>
            line(`Index by ${name.toLowerCase()}`, ({ concentration }) =>
              concentration[kind]?.largest ? formatFixed(concentration[kind].index, 3) : '–',
            ),
          )}
        </tbody>
      </Table>
    </div>
  )
}

function costOfCaps({ capped, same, most }: Uncapped): string {
  const gain = most.gainUsd - capped.gainUsd
  const tail = capped.cvarUsd - same.cvarUsd
  if (gain < 0.01 && tail < 0.01)
    return 'Without the caps the same budget would be spent no better: they cost nothing here, in gain or in tail loss.'
  return `The caps keep the basket spread and cost ${formatUsd(Math.max(gain, 0))} of expected gain at this tail loss, or ${formatUsd(Math.max(tail, 0))} of tail loss at this gain.`
}
