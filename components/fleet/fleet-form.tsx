import { Field, FilterForm, Select } from '@/components/ui'
import { formatDecimal, formatPercent } from '@/lib/core/format'

/** What a reader may set instead of what is assumed; the address follows. */
export function FleetForm({
  account,
  cost,
  share,
  factors,
  shares,
}: {
  /** named in the address; the signed-in one is not */
  account: string | undefined
  cost: number
  /** per cent of a network's nodes; undefined: as assumed */
  share: number | undefined
  factors: readonly number[]
  shares: readonly number[]
}) {
  return (
    <FilterForm
      key={`${cost} ${share}`}
      action="/operate/fleet"
      label="Assumptions of the plan"
      className="flex flex-wrap items-end gap-4"
    >
      {account && <input type="hidden" name="account" value={account} />}
      <Field label="A move costs" className="w-52">
        {(control) => (
          <Select {...control} name="cost" defaultValue={cost === 1 ? '' : String(cost)}>
            {factors.map((factor) => (
              <option key={factor} value={factor === 1 ? '' : factor}>
                {factor === 1
                  ? 'as assumed'
                  : factor === 0
                    ? 'nothing'
                    : `${formatDecimal(factor)} times as assumed`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="A network takes of one operator" className="w-56">
        {(control) => (
          <Select {...control} name="share" defaultValue={share === undefined ? '' : String(share)}>
            <option value="">as assumed</option>
            {shares.map((one) => (
              <option key={one} value={one}>
                {one === 100 ? 'as many as there are' : `${formatPercent(one)} of its nodes`}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </FilterForm>
  )
}
