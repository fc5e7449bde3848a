import Link from 'next/link'
import { Field, Figure, Figures, FilterForm, Input, Section, Select } from '@/components/ui'
import { formatCount, formatMonth, formatShare, formatUsd } from '@/lib/core/format'
import type { DilutedValue } from '@/lib/mechanism/congestion/value-after-joining'

export type IfOthersJoinView = {
  joining: number
  where: 'network' | 'cell'
  networkName: string
  nodes: number
  nodesMonth: string | undefined
  nodesNote: string | undefined
  cell: { cap: number; capNote: string; devices: number } | undefined
  /** what it is worth today, and what scrapping it brings */
  position: { id: number; valueUsd: number; scrapUsd: number }
  fixed: DilutedValue
  growing: DilutedValue
  steps: readonly { joining: number; falls: number }[]
}

/** “If 500 devices join this network, this position’s value falls by x %”, with the number as a field of the address. */
export function IfOthersJoin({
  action,
  page,
  isOwnPage,
  owner,
}: {
  /** address of the page this stands on */
  action: string
  page: IfOthersJoinView
  /** the page is the position's own; else the position is the one of median value */
  isOwnPage: boolean
  /** of the position, on its own page */
  owner?: string
}) {
  const { joining, where, networkName, nodes, cell, position, fixed, growing } = page
  const query = new URLSearchParams({
    joining: String(joining),
    ...(where === 'cell' && { where }),
  }).toString()
  return (
    <Section id="if-others-join" title="If others join" note="computed from its valuation, in closed form">
      <FilterForm
        action={action}
        follow={query}
        label="How many join, and where"
        className="mb-4 flex flex-wrap items-end gap-4"
      >
        <Field label="Devices that join" className="w-36">
          {(control) => (
            <Input
              {...control}
              name="joining"
              inputMode="numeric"
              className="figures"
              defaultValue={joining}
            />
          )}
        </Field>
        {cell && (
          <Field label="Where" className="w-56">
            {(control) => (
              <Select {...control} name="where" defaultValue={where === 'cell' ? 'cell' : ''}>
                <option value="">anywhere on {networkName}</option>
                <option value="cell">in this device’s cell</option>
              </Select>
            )}
          </Field>
        )}
      </FilterForm>
      <p className="mb-4 max-w-prose">
        If <span className="figures">{formatCount(joining)}</span> devices join{' '}
        {where === 'cell' ? `this cell of ${networkName}` : networkName},{' '}
        {isOwnPage ? (
          'this position’s value'
        ) : (
          <>
            the value of{' '}
            <Link href={`/positions/${position.id}`} prefetch={false} className="link">
              position {position.id}
            </Link>
            , the median here,
          </>
        )}{' '}
        falls by <strong className="figures font-medium">{formatShare(fixed.falls)}</strong>
        {fixed.value > position.scrapUsd + 0.005
          ? '.'
          : `, to the ${formatUsd(fixed.value)} its hardware fetches: what a device there earns falls by ${formatShare(1 - fixed.rewardFactor)}.`}
      </p>
      <Figures>
        <Figure
          label="Value then"
          value={formatUsd(fixed.value)}
          source={`${formatUsd(position.valueUsd)} today; the pool stays as it is`}
        />
        <Figure
          label="Reward per device"
          value={formatShare(fixed.rewardFactor)}
          source="of today’s, with a fixed pool"
        />
        <Figure
          label="If the pool grows"
          value={`falls by ${formatShare(growing.falls)}`}
          source="with the root of the number of devices; an assumption"
        />
        <Figure
          label="Devices today"
          value={formatCount(where === 'cell' && cell ? cell.devices : nodes)}
          source={
            where === 'cell' && cell
              ? `of this market in the cell; it is paid in full for ${formatCount(cell.cap)}`
              : page.nodesMonth
                ? formatMonth(page.nodesMonth)
                : `assumed: ${page.nodesNote}`
          }
        />
      </Figures>
      <p className="mt-3 max-w-prose text-sm text-muted">
        {page.steps.map((step) => `${formatCount(step.joining)}: −${formatShare(step.falls)}`).join(' · ')}.
        Rewards fall as the pool is shared by more; running cost, salvage and the right to move away stay, so
        that the fall is not understated. {cell && where === 'cell' && `${cell.capNote}. `}
        <Link href="/lab/entry" className="link">
          Free entry
        </Link>
        {owner && (
          <>
            ,{' '}
            <Link href={`/operate/fleet?account=${owner}`} prefetch={false} className="link">
              where its owner’s devices would earn most
            </Link>
          </>
        )}
        .
      </p>
    </Section>
  )
}
