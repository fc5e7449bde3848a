import { NetworkName } from '@/components/portfolio/named-position'
import { formatCount, formatDecimal, formatUsd } from '@/lib/core/format'
import { FleetMoves, type ShownMove } from './fleet-moves'
import { gainText } from './gain-text'
import { StartMany } from './start-many'

export type MoveGroup = {
  from: string
  to: string
  devices: number
  gainUsd: number
  costUsd: number
  othersLoseUsd: number
  paybackMonths: number | null
  models: readonly { slug: string; name: string }[]
  moves: readonly ShownMove[]
}

/** Moves that are shown one by one without being asked for. */
const FEW = 12

type Names = Record<string, string>

/** The moves of a plan: few as one table, many by where they lead from and to, each way with its devices behind it. */
export function MoveGroups({
  account,
  groups,
  names,
}: {
  account: string
  groups: readonly MoveGroup[]
  names: Names
}) {
  const all = groups.reduce((sum, { devices }) => sum + devices, 0)
  const moves = groups.flatMap((group) => group.moves).toSorted((a, b) => b.gainUsd - a.gainUsd)
  if (all <= FEW)
    return (
      <>
        <FleetMoves account={account} moves={moves} names={names} />
        <div className="mt-3 flex flex-wrap gap-2">
          {groups.map((group) => (
            <Start key={`${group.from} ${group.to}`} account={account} group={group} names={names} />
          ))}
        </div>
      </>
    )
  return (
    <ul className="border-t border-rule">
      {groups.map((group) => (
        <li key={`${group.from} ${group.to}`} className="border-b border-rule py-3">
          <Way account={account} group={group} names={names} />
        </li>
      ))}
    </ul>
  )
}

function Way({ account, group, names }: { account: string; group: MoveGroup; names: Names }) {
  const { from, to, devices, gainUsd, costUsd, othersLoseUsd, paybackMonths, moves } = group
  const name = (slug: string) => names[slug] ?? slug
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h3 className="font-medium">
          <NetworkName network={{ slug: from, name: name(from) }} />{' '}
          <span aria-hidden className="text-muted">
            →
          </span>
          <span className="sr-only">to</span> <NetworkName network={{ slug: to, name: name(to) }} />
        </h3>
        <Start account={account} group={group} names={names} />
      </div>
      <dl className="mt-2 grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-5">
        <Told name="Devices" text={formatCount(devices)} />
        <Told
          name="Gain, each on its own"
          text={gainText(gainUsd)}
          look={gainUsd < 0 ? 'text-loss' : 'text-gain'}
        />
        <Told name="Cost, all" text={formatUsd(costUsd)} />
        <Told
          name="Pays back within"
          text={paybackMonths === null ? 'never for some' : `${formatDecimal(paybackMonths, 1)} mo`}
        />
        <Told name="Others there lose, a month" text={formatUsd(othersLoseUsd)} />
      </dl>
      {gainUsd < 0 && (
        <p className="mt-2 max-w-prose text-sm text-muted">
          By themselves these moves lose; they are in the plan because the devices that stay are diluted less
          by more than that.
        </p>
      )}
      <details className="mt-2">
        <summary className="link w-fit cursor-pointer text-sm">
          {moves.length < devices
            ? `The ${formatCount(moves.length)} that gain most, one by one`
            : 'One by one'}
        </summary>
        <div className="mt-2">
          <FleetMoves account={account} moves={moves} names={names} />
        </div>
      </details>
    </>
  )
}

function Told({ name, text, look }: { name: string; text: string; look?: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className={`figures ${look ?? ''}`}>{text}</dd>
    </div>
  )
}

function Start({ account, group, names }: { account: string; group: MoveGroup; names: Names }) {
  const { to, devices, models, moves } = group
  return (
    <StartMany
      account={account}
      network={{ slug: to, name: names[to] ?? to }}
      models={models}
      devices={devices}
      moves={moves.map(({ positionId, orders, lacksPlace }) => ({ positionId, orders, lacksPlace }))}
    />
  )
}
