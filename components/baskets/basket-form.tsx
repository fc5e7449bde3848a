import { FiguresField } from '@/components/market/figures-field'
import { Field, FilterForm, Select } from '@/components/ui'
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
      <Field label="Hold for">
        {(control) => (
          <Select {...control} name="hold" defaultValue={query.hold}>
            <option value="whole">As valued</option>
            <option value="24">24 months</option>
            <option value="12">12 months</option>
          </Select>
        )}
      </Field>
      <Field label="Risk measured by">
        {(control) => (
          <Select {...control} name="by" defaultValue={query.objective}>
            <option value="tail">Tail loss</option>
            <option value="variance">Variance</option>
          </Select>
        )}
      </Field>
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
      <Field label="Positions" className="xl:col-span-2">
        {(control) => (
          <Select {...control} name="shares" defaultValue={query.whole ? '0' : '1'}>
            <option value="0">Whole, to buy now</option>
            <option value="1">Any share, for reference</option>
          </Select>
        )}
      </Field>
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
