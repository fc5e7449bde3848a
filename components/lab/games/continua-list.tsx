import { Table, Td, Th, Tr } from '@/components/ui'
import type { Continuum, ShareRange } from '@/lib/mechanism/games/analyse-game'
import { Exact } from './exact'
import type { GameNames } from './strategy-names'

/** The continua of a degenerate game: how much of each strategy either side plays within them. */
export function ContinuaList({ continua, names }: { continua: readonly Continuum[]; names: GameNames }) {
  return (
    <div className="mb-6">
      <p className="mb-3 max-w-prose text-sm text-muted">
        The game is degenerate: some mixture leaves the other player more best answers than it has strategies
        in it. Within a continuum every mixture of its members’ row sides, against every mixture of their
        column sides, is an equilibrium; all equilibria lie in one or are one of those listed.
      </p>
      <Table still caption="Continua of equilibria" className="max-lg:min-w-[40rem]">
        <thead>
          <tr>
            <Th>Continuum</Th>
            <Th className="w-1/3">{names.players[0]}</Th>
            <Th className="w-1/3">{names.players[1]}</Th>
            <Th>Between equilibria</Th>
          </tr>
        </thead>
        <tbody>
          {continua.map(({ members, row, column }, i) => (
            <Tr key={members.join()} className="align-top">
              <Td className="figures align-top">{i + 1}</Td>
              <Td className="align-top">
                <Ranges ranges={row} strategies={names.rows} />
              </Td>
              <Td className="align-top">
                <Ranges ranges={column} strategies={names.columns} />
              </Td>
              <Td className="align-top">
                {members.map((k, at) => (
                  <span key={k}>
                    {at > 0 && ', '}
                    <a href={`#equilibrium-${k + 1}`} className="link figures">
                      {k + 1}
                    </a>
                  </span>
                ))}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}

/** Strategies that are played within it, with the span of their chances drawn from 0 to 1. */
function Ranges({ ranges, strategies }: { ranges: readonly ShareRange[]; strategies: readonly string[] }) {
  return (
    <ul className="space-y-1">
      {ranges.map(
        ({ least, most, shares: [low, high] }, k) =>
          high > 0 && (
            <li key={strategies[k]} className="relative flex justify-between gap-3 pb-0.5 text-sm">
              <span
                aria-hidden
                className="absolute bottom-0 h-0.5 min-w-0.5 bg-ink"
                style={{ left: `${(low * 100).toFixed(2)}%`, right: `${(100 - high * 100).toFixed(2)}%` }}
              />
              <span aria-hidden className="absolute inset-x-0 bottom-0 h-px bg-rule" />
              <span>{strategies[k]}</span>
              <span className="whitespace-nowrap">
                <Exact text={least} />
                {most !== least && (
                  <>
                    {' to '}
                    <Exact text={most} />
                  </>
                )}
              </span>
            </li>
          ),
      )}
    </ul>
  )
}
