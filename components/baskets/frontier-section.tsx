import { ChartFoot } from '@/components/charts/chart-foot'
import { LineFigure } from '@/components/lab/line-figure'
import { AsTable, Section, Table, Td, Th, Tr } from '@/components/ui'
import { formatInstant, formatUsd, formatUsdSignificant } from '@/lib/core/format'
import { basketSearch } from '@/lib/market/basket-query'
import type { BasketAnswer } from '@/lib/mechanism/allocation/basket-answer'
import type { BasketSurroundings } from '@/lib/mechanism/allocation/explore-basket'

/** The most that can be gained for each tail loss, and where the basket stands. */
export function FrontierSection({
  answer,
  frontier,
}: {
  answer: BasketAnswer
  frontier: BasketSurroundings['frontier']
}) {
  const { plan, query, now } = answer
  const search = basketSearch(query)
  const file = (name: string) => `/market/basket/${name}${search && `?${search}`}`
  const axis = (dollars: number) => formatUsdSignificant(dollars, 3)
  return (
    <Section
      title="Frontier"
      note="the most mean gain for each tail loss, within budget and caps, with any shares; the dot is this basket"
    >
      <LineFigure
        label="Expected gain by tail loss: the best of all baskets within the limits, and this basket"
        x={{ name: 'CVaR 95 %, USD', format: axis }}
        y={{ name: 'Expected gain, USD', format: axis }}
        series={[
          { name: 'frontier', points: frontier.map(({ cvarUsd, gainUsd }) => ({ x: cvarUsd, y: gainUsd })) },
        ]}
        mark={{ x: plan.cvarUsd, y: plan.gainUsd }}
      />
      <ChartFoot
        source={<>listings for sale, on the scenarios of their valuations</>}
        asOf={formatInstant(now)}
        method={{ href: '#method', name: 'Method' }}
        data={{ csv: file('frontier.csv'), json: file('frontier.json') }}
      />
      <AsTable>
        <Table still caption="Frontier" className="max-w-xl">
          <thead>
            <tr>
              <Th numeric>CVaR 95 %</Th>
              <Th numeric>Expected gain</Th>
              <Th numeric>Cost</Th>
              <Th numeric className="max-sm:hidden">
                Standard deviation
              </Th>
            </tr>
          </thead>
          <tbody>
            {frontier.map((point) => (
              <Tr key={point.cvarUsd}>
                <Td numeric>{formatUsd(point.cvarUsd)}</Td>
                <Td numeric>{formatUsd(point.gainUsd)}</Td>
                <Td numeric>{formatUsd(point.costUsd)}</Td>
                <Td numeric className="max-sm:hidden">
                  {formatUsd(point.deviationUsd)}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </AsTable>
    </Section>
  )
}
