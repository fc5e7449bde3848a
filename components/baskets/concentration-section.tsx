import { Section, Table, Td, Th, Tr } from '@/components/ui'
import { formatCount, formatFixed, formatShare, formatUsd } from '@/lib/core/format'
import type { BasketAnswer } from '@/lib/mechanism/allocation/basket-answer'
import type { BasketSurroundings } from '@/lib/mechanism/allocation/explore-basket'
import { CapsTable } from './caps-table'
import { groupName } from './group-name'
import { placeKinds } from './place-kinds'

/** columns that a narrow screen has no room for */
const wide = 'max-lg:hidden'

/** How much stands in one place, and what that costs where it hurts: the tail. */
export function ConcentrationSection({
  answer,
  uncapped,
}: {
  answer: BasketAnswer
  uncapped: BasketSurroundings['uncapped']
}) {
  const { plan, names } = answer
  return (
    <Section
      title="Concentration"
      note="index of Herfindahl over dollars: 1 is all in one place, 0.1 as good as ten equal ones"
    >
      <Table still caption="Concentration of the basket, and what it costs in tail loss">
        <thead>
          <tr>
            <Th>By</Th>
            <Th numeric>Index</Th>
            <Th className={wide}>Largest</Th>
            <Th numeric className={wide}>
              of cost
            </Th>
            <Th numeric className={wide}>
              of tail loss
            </Th>
            <Th numeric className="max-sm:hidden">
              Tail loss if even
            </Th>
            <Th numeric>Concentration costs</Th>
          </tr>
        </thead>
        <tbody>
          {placeKinds.map(([kind, name]) => {
            const place = plan.concentration[kind]
            const spread = plan.spread[kind]
            const { largest } = place ?? {}
            return (
              <Tr key={kind}>
                <Td>{name}</Td>
                <Td numeric>{place && largest ? formatFixed(place.index, 3) : '–'}</Td>
                <Td className={`max-w-80 truncate text-sm text-muted ${wide}`}>
                  {largest && spread
                    ? `${groupName(largest.group, names)}, 1 of ${formatCount(spread.places)}`
                    : '–'}
                </Td>
                <Td numeric className={wide}>
                  {largest ? formatShare(largest.share) : '–'}
                </Td>
                <Td numeric className={wide}>
                  {spread?.largestTailShare === undefined ? '–' : formatShare(spread.largestTailShare)}
                </Td>
                <Td numeric className="max-sm:hidden">
                  {spread ? formatUsd(spread.cvarUsd) : '–'}
                </Td>
                <Td numeric>{spread ? formatUsd(plan.cvarUsd - spread.cvarUsd) : '–'}</Td>
              </Tr>
            )
          })}
        </tbody>
      </Table>
      <p className="mt-2 max-w-prose text-sm text-muted">
        What concentration costs: by how much less the tail would lose if the same dollars stood in the same
        positions, moved so that each place has as many; below zero, the largest place is the safer one. This
        basket’s own tail loses {formatUsd(plan.cvarUsd)}. An operator is who runs a device by the public
        figures, or else who holds it; a site is what one operator has in one cell. Digital networks have
        neither cell nor site.
      </p>
      {uncapped && <CapsTable uncapped={uncapped} />}
    </Section>
  )
}
