import { FiguresField } from '@/components/market/figures-field'
import { ChoiceField, FilterForm } from '@/components/ui'
import { formatUnitsExact } from '@/lib/core/money'
import { type BasketProblems, type BasketQuery, basketParams, capKinds } from '@/lib/market/basket-query'

const capLabels = {
  network: 'Network cap',
  category: 'Category cap',
  cell: 'Cell cap',
  operator: 'Operator cap',
}

/** What a buyer asks of a basket. Its fields are the page's address. */
export function BasketForm({ query, problems }: { query: BasketQuery; problems: BasketProblems }) {
  return (
    <FilterForm
      action="/market/basket"
      label="Basket"
      follow={basketParams(query).toString()}
      className="grid grid-cols-2 items-start gap-x-3 gap-y-3 sm:grid-cols-3 lg:grid-cols-6 xl:grid-cols-[repeat(10,minmax(0,1fr))]"
    >
      <FiguresField
        label="Budget"
        name="budget"
        unit="$"
        value={formatUnitsExact(query.budget, 6)}
        problem={problems.budget}
      />
      <ChoiceField
        label="Hold for"
        name="hold"
        value={query.hold}
        choices={[
          ['whole', 'As valued'],
          ['24', '24 months'],
          ['12', '12 months'],
        ]}
      />
      <ChoiceField
        label="Risk measured by"
        name="by"
        value={query.objective}
        choices={[
          ['tail', 'Tail loss'],
          ['variance', 'Variance'],
        ]}
      />
      {query.objective === 'tail' ? (
        <FiguresField
          label="Tail loss up to"
          name="tail"
          unit="%"
          value={query.tail}
          problem={problems.tail}
        />
      ) : (
        <FiguresField
          label="Risk aversion"
          name="aversion"
          unit=""
          value={query.aversion}
          problem={problems.aversion}
        />
      )}
      {capKinds.map((kind) => (
        <FiguresField
          key={kind}
          label={capLabels[kind]}
          name={kind}
          unit="%"
          value={query.caps[kind]}
          problem={problems[kind]}
        />
      ))}
      <ChoiceField
        label="Positions"
        name="shares"
        value={query.whole ? '0' : '1'}
        choices={[
          ['0', 'Whole, to buy now'],
          ['1', 'Any share, to compare'],
        ]}
        className="max-sm:col-span-2 xl:col-span-2"
      />
      <input
        type="hidden"
        name={query.objective === 'tail' ? 'aversion' : 'tail'}
        defaultValue={query.objective === 'tail' ? query.aversion : query.tail}
      />
      <input type="hidden" name="among" defaultValue={query.among?.join(',') ?? ''} />
      <input type="hidden" name="without" defaultValue={query.without.join(',')} />
      <p className="col-span-full text-xs text-muted">
        Tail loss and caps are shares of the budget; a cap of 100 % is none. The tail is the worst twentieth
        of scenarios.
      </p>
      <noscript>
        <button type="submit" className="link">
          Choose
        </button>
      </noscript>
    </FilterForm>
  )
}
