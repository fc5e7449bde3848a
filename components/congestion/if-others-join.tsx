import Link from 'next/link'
import { Field, FilterForm, Input, Section, Select, Table, Td, Th, Tr } from '@/components/ui'
import { formatCount, formatMonth, formatPercent, formatShare, formatUsd } from '@/lib/core/format'
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
  /** another network would pay it too: then it loses less than is told */
  canMove: boolean
  fixed: DilutedValue
  growing: DilutedValue
  steps: readonly { joining: number; fixed: DilutedValue; growing: DilutedValue }[]
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
  const isScrap = joining > 0 && fixed.falls === 0 && position.valueUsd <= position.scrapUsd + 0.005
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
      <p className="mb-4 max-w-prose text-lg">
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
        {isScrap ? (
          `does not fall: it is worth the ${formatUsd(position.valueUsd)} its hardware fetches, with them or without.`
        ) : (
          <>
            falls by {page.canMove && 'up to '}
            <strong className="figures font-medium">{formatShare(fixed.falls)}</strong>
            {fixed.value > position.scrapUsd + 0.005
              ? `, from ${formatUsd(position.valueUsd)} to ${formatUsd(fixed.value)}.`
              : `, to the ${formatUsd(fixed.value)} its hardware fetches: what a device there earns falls by ${formatShare(1 - fixed.rewardFactor)}.`}{' '}
            <span className="text-base text-muted">
              That is with a pool that stays as it is. It falls by {formatShare(growing.falls)} if the pool
              grows with the root of the number of devices
              {where === 'cell' ? '.' : ', and not at all if it grows as they do.'}
            </span>
          </>
        )}
      </p>
      <Table
        still
        caption="What this position loses, by how many devices join"
        className="max-lg:min-w-[34rem]"
      >
        <thead>
          <tr>
            <Th>Devices that join</Th>
            <Th numeric>Falls by</Th>
            <Th numeric>If the pool grows</Th>
            <Th numeric>Value then</Th>
            <Th numeric>Reward a device</Th>
          </tr>
        </thead>
        <tbody>
          {page.steps.map((step) => (
            <Tr key={step.joining} className={step.joining === joining ? 'bg-sunken' : undefined}>
              <Td className="figures text-sm">{formatCount(step.joining)}</Td>
              <Td numeric>{formatShare(step.fixed.falls)}</Td>
              <Td numeric>{formatShare(step.growing.falls)}</Td>
              <Td numeric>{formatUsd(step.fixed.value)}</Td>
              <Td numeric>{formatPercent(100 * step.fixed.rewardFactor, 1)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-3 max-w-prose text-sm text-muted">
        {networkName} has {formatCount(nodes)} devices
        {page.nodesMonth ? `, ${formatMonth(page.nodesMonth)}` : `, assumed: ${page.nodesNote}`}.{' '}
        {cell &&
          `Its rule pays a cell in full for ${formatCount(cell.cap)} devices; ${formatCount(cell.devices)} of this market ${cell.devices === 1 ? 'stands' : 'stand'} in this one. ${cell.capNote}. `}
        Reward a device and value then: with a fixed pool, the reward of today’s. Running cost, salvage and
        the worth of moving away are taken as they are
        {page.canMove
          ? ': this is what a holder who stays loses. Another network would pay this device as well, so that a full valuation, with the best move at the time, comes to a smaller fall, often half of it.'
          : '.'}{' '}
        How the pool grows is an assumption. See{' '}
        <Link href="/lab/entry" prefetch={false} className="link">
          how many devices a pool carries
        </Link>
        {owner && (
          <>
            {' '}
            and{' '}
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
