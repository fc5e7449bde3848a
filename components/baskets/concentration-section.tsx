import { Section, Table, Td, Th, Tr } from '@/components/ui'
import { formatFixed, formatShare, formatUsd } from '@/lib/core/format'
import type { BasketAnswer } from '@/lib/mechanism/allocation/basket-answer'
import type { BasketSurroundings } from '@/lib/mechanism/allocation/explore-basket'
import type { BasketFigures } from '@/lib/mechanism/allocation/plan-basket'
import { groupName } from './group-name'

/** columns that a narrow screen has no room for */
const wide = 'max-lg:hidden'

const kinds = [
  ['network', 'Network'],
  ['category', 'Category'],
  ['operator', 'Operator'],
  ['cell', 'Cell'],
  ['site', 'Site'],
] as const

/** How much stands in one place, and what that costs where it hurts: the tail. */
export function ConcentrationSection({
  answer,
  uncapped,
}: {
  answer: BasketAnswer
  uncapped: BasketSurroundings['uncapped']
}) {
  const { plan, names } = answer
  const columns: { name: string; of: BasketFigures; isWide?: boolean }[] = [
    { name: 'This basket', of: plan },
    ...(uncapped
      ? [
          { name: 'Any shares, with caps', of: uncapped.capped, isWide: true },
          { name: 'Without caps, same gain', of: uncapped.same },
          { name: 'Without caps, same tail', of: uncapped.most, isWide: true },
        ]
      : []),
  ]
  return (
    <Section
      title="Concentration"
      note="Herfindahl index of dollars: 1 is all in one place, 0.1 as good as ten equal ones"
    >
      <Table caption="Concentration of the basket and of others on the same budget">
        <thead>
          <tr>
            <Th>By</Th>
            <Th className="max-md:hidden">Largest, share of cost</Th>
            {columns.map(({ name, isWide }) => (
              <Th key={name} numeric className={isWide ? wide : ''}>
                {name}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map(([kind, name]) => {
            const largest = plan.concentration[kind]?.largest
            return (
              <Tr key={kind}>
                <Td>{name}</Td>
                <Td className="max-w-80 truncate text-sm text-muted max-md:hidden">
                  {largest ? `${groupName(largest.group, names)}, ${formatShare(largest.share)}` : '–'}
                </Td>
                {columns.map(({ name: column, of, isWide }) => (
                  <Td key={column} numeric className={isWide ? wide : ''}>
                    {of.concentration[kind]?.largest ? formatFixed(of.concentration[kind].index, 3) : '–'}
                  </Td>
                ))}
              </Tr>
            )
          })}
          <Tr>
            <Td>Expected gain</Td>
            <Td className="max-md:hidden" />
            {columns.map(({ name, of, isWide }) => (
              <Td key={name} numeric className={isWide ? wide : ''}>
                {formatUsd(of.gainUsd)}
              </Td>
            ))}
          </Tr>
          <Tr>
            <Td>CVaR 95 %</Td>
            <Td className="text-sm text-muted max-md:hidden">mean loss of the worst twentieth</Td>
            {columns.map(({ name, of, isWide }) => (
              <Td key={name} numeric className={isWide ? wide : ''}>
                {formatUsd(of.cvarUsd)}
              </Td>
            ))}
          </Tr>
        </tbody>
      </Table>
      {uncapped && <p className="mt-2 max-w-prose text-sm text-muted">{costOfCaps(uncapped)}</p>}
      <p className="mt-2 max-w-prose text-sm text-muted">
        An operator is who runs a device by the public figures, or else who holds it. A site is what one
        operator has in one cell; digital networks have neither cell nor site.
      </p>
    </Section>
  )
}

function costOfCaps({ capped, same, most }: NonNullable<BasketSurroundings['uncapped']>): string {
  const gain = most.gainUsd - capped.gainUsd
  const tail = capped.cvarUsd - same.cvarUsd
  if (gain < 0.01 && tail < 0.01)
    return 'Without the caps the same budget would be spent no better: they cost nothing here, in gain or in tail loss.'
  return `The caps keep the basket spread and cost ${formatUsd(Math.max(gain, 0))} of expected gain at this tail loss, or ${formatUsd(Math.max(tail, 0))} of tail loss at this gain.`
}
