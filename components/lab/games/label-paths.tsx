import { classNames, Table, Td, Th, Tr } from '@/components/ui'
import type { GameAnalysis, LabelPath } from '@/lib/mechanism/games/analyse-game'
import { Exact } from './exact'
import { type GameNames, labelName } from './strategy-names'

/** Lemke and Howson's way from each label to an equilibrium, and one of them followed step by step. */
export function LabelPaths({
  analysis: { paths },
  names,
  followed,
  onFollow,
}: {
  analysis: GameAnalysis
  names: GameNames
  /** label given up first on the way that is followed */
  followed: number
  onFollow: (label: number) => void
}) {
  const shown = paths[followed] ?? paths[0]!
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]">
      <Table still caption="Lemke–Howson paths">
        <thead>
          <tr>
            <Th>Given up first</Th>
            <Th numeric>Steps</Th>
            <Th numeric>Equilibrium</Th>
          </tr>
        </thead>
        <tbody>
          {paths.map(({ path, end }) => (
            <Tr key={path[0]} className={classNames(path[0] === shown.path[0] && 'bg-sunken')}>
              <Td>
                <button
                  type="button"
                  className="link min-h-6 cursor-pointer text-left"
                  aria-pressed={path[0] === shown.path[0]}
                  onClick={() => onFollow(path[0]!)}
                >
                  {labelName(names, path[0]!)}
                </button>
              </Td>
              <Td numeric>{path.length - 1}</Td>
              <Td numeric>
                <a href={`#equilibrium-${end + 1}`} className="link">
                  {end + 1}
                </a>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <Steps path={shown} names={names} />
    </div>
  )
}

function Steps({ path: { path, steps, end }, names }: { path: LabelPath; names: GameNames }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-1 font-medium">Giving up {labelName(names, path[0]!)}</h3>
      <div className="max-h-[28rem] overflow-y-auto [&_th]:top-0">
        <Table still caption={`The way from ${labelName(names, path[0]!)}`} className="max-lg:min-w-[40rem]">
          <thead>
            <tr>
              <Th numeric>Step</Th>
              <Th>Label taken up</Th>
              <Th>{names.players[0]} plays</Th>
              <Th>{names.players[1]} plays</Th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ row, column }, k) => (
              <Tr key={`${k + 1} ${path[k + 1]}`}>
                <Td numeric className="align-top">
                  {k + 1}
                </Td>
                <Td className="align-top">{labelName(names, path[k + 1]!)}</Td>
                <Td className="align-top">
                  <Played mixture={row} strategies={names.rows} />
                </Td>
                <Td className="align-top">
                  <Played mixture={column} strategies={names.columns} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
      <p className="mt-2 max-w-prose text-sm text-muted">
        At each step one strategy is taken into play or left, and the label that doubles is given up next.
        When the first comes back every strategy is unplayed or a best answer:{' '}
        <a href={`#equilibrium-${end + 1}`} className="link">
          equilibrium {end + 1}
        </a>
        .
      </p>
    </div>
  )
}

function Played({
  mixture,
  strategies,
}: {
  mixture: readonly string[] | undefined
  strategies: readonly string[]
}) {
  if (!mixture) return <span className="text-muted">nothing yet</span>
  const played = mixture.flatMap((share, k) => (share === '0' ? [] : [{ share, name: strategies[k]! }]))
  return (
    <span className="text-sm">
      {played.map(({ share, name }, i) => (
        <span key={name}>
          {i > 0 && ', '}
          {name}
          {played.length > 1 && (
            <>
              {' '}
              <Exact text={share} />
            </>
          )}
        </span>
      ))}
    </span>
  )
}
