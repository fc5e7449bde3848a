'use client'

import { Field, Section, Select, SkeletonRows, Table, Td, Th, Tr } from '@/components/ui'
import { formatUsdCompact } from '@/lib/core/format'
import { mechanisms, type SealedBook } from '@/lib/mechanism/auctions/sealed-book'
import { LineFigure } from '../line-figure'
import { money, RuleName, ruleNames } from './clearing-tables'
import { useLies } from './use-lies'

/** What an order gains by telling another price than what a unit is worth to it, under every rule. */
export function LieSection({
  book,
  labels,
  reserveCents,
  chosen,
  onChoose,
  source,
}: {
  book: SealedBook
  labels: ReadonlyMap<string, string>
  reserveCents: number
  /** id of the order; the first where there is none of it */
  chosen: string
  onChoose: (id: string) => void
  source: string
}) {
  const ids = [...book.bids, ...book.asks].map(({ id }) => id)
  const order = ids.includes(chosen) ? chosen : ids[0]
  const side = book.bids.some(({ id }) => id === order) ? 'buy' : 'sell'
  const own = [...book.bids, ...book.asks].find(({ id }) => id === order)
  const { lies, isBroken } = useLies(book, side, order, reserveCents)
  return (
    <Section
      title="What a lie would gain"
      note="every price that changes anything is tried; the limit is taken for the truth"
    >
      <Field label="Whose" className="mb-4 max-w-sm">
        {(control) => (
          <Select {...control} value={order} onChange={({ target }) => onChoose(target.value)}>
            {(['bids', 'asks'] as const).map(
              (of) =>
                book[of].length > 0 && (
                  <optgroup key={of} label={of === 'bids' ? 'Bids' : 'Asks'}>
                    {book[of].map(({ id, limitCents }) => (
                      <option key={id} value={id}>
                        {labels.get(id) ?? id}, {money(limitCents)}
                      </option>
                    ))}
                  </optgroup>
                ),
            )}
          </Select>
        )}
      </Field>
      {isBroken && <p className="text-muted">This browser could not try the lies.</p>}
      {!lies && !isBroken && <SkeletonRows rows={1} rowHeight={34} />}
      {lies && own && (
        <div className="space-y-6">
          <Table still caption="What lies gain under each rule" className="max-lg:min-w-[40rem]">
            <thead>
              <tr>
                <Th>Rule</Th>
                <Th numeric>Gains with the truth</Th>
                <Th numeric>Best other price</Th>
                <Th numeric>The lie adds</Th>
                <Th numeric>A shill bid adds</Th>
              </tr>
            </thead>
            <tbody>
              {mechanisms.map((mechanism) => {
                const { truth, best, shill } = lies[mechanism]
                const adds = best.gainCents - truth.gainCents
                return (
                  <Tr key={mechanism}>
                    <Td>
                      <RuleName mechanism={mechanism} />
                    </Td>
                    <Td numeric>{money(truth.gainCents)}</Td>
                    <Td numeric>{adds > 0.5 ? money(best.toldCents) : 'none is better'}</Td>
                    <Td numeric>{money(adds)}</Td>
                    <Td numeric>
                      {shill === undefined
                        ? '–'
                        : shill.gainCents > 0.5
                          ? `${money(shill.gainCents)} at ${money(shill.toldCents)}`
                          : 'nothing'}
                    </Td>
                  </Tr>
                )
              })}
            </tbody>
          </Table>
          <LineFigure
            label={`Gain of ${labels.get(own.id) ?? own.id} by the price it tells, under three rules`}
            x={{ name: 'price told, USD a unit', format: formatUsdCompact, isTight: true }}
            y={{ name: 'gain, USD', format: formatUsdCompact }}
            series={mechanisms.map((mechanism) => ({
              name: ruleNames[mechanism],
              points: lies[mechanism].tried.map(({ toldCents, gainCents }) => ({
                x: toldCents / 100,
                y: gainCents / 100,
              })),
            }))}
            origin={{ source, method: '#method', file: 'lies' }}
          />
        </div>
      )}
    </Section>
  )
}
