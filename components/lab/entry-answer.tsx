import { formatCount, formatDecimal, formatUsd } from '@/lib/core/format'
import { Answer, Told } from './answer'
import { type EntryGround, type PooledEntry, restFrom } from './entry-at'

/** How many devices the pool carries, and what stands in the way of a network whose pool grows. */
export function EntryAnswer({
  ground: { nodes },
  usd,
  pools: [fixed, growing],
}: {
  ground: EntryGround
  /** dollars a month with today's devices */
  usd: number
  pools: readonly PooledEntry[]
}) {
  const rest = fixed!.points[0]!
  const unstable = growing?.points.filter(({ stability }) => stability === 'unstable') ?? []
  const critical = unstable.filter((point) => point.nodes <= nodes).at(-1) ?? unstable[0]
  const end = growing && restFrom(growing.points, nodes)
  return (
    <Answer
      todo={[
        {
          who: 'An operator',
          what:
            rest.nodes > nodes * 1.01 ? (
              <>
                whose device costs more than {formatUsd(rest.rewardPerNode)} a month to run is driven out as
                others enter, if the pool stays as it is: today it pays a device {formatUsd(usd / nodes)}.
              </>
            ) : (
              <>
                whose device costs more than {formatUsd(rest.rewardPerNode)} a month to run loses money at the
                rest, if the pool stays as it is.
              </>
            ),
        },
        ...(critical
          ? [
              {
                who: 'A network',
                what: (
                  <>
                    whose pool follows its size pays the first {formatCount(Math.round(critical.nodes))}{' '}
                    devices from elsewhere: below that its own pool does not hold them.
                  </>
                ),
              },
            ]
          : []),
      ]}
    >
      A fixed pool of <Told>{formatUsd(usd)}</Told> a month carries{' '}
      <Told>{formatCount(Math.round(rest.nodes))}</Told> devices
      {rest.kind === 'all' ? (
        <>: all that could run, and it would pay for more.</>
      ) : (
        <>
          , against {formatCount(nodes)} that ran: there the next one costs the{' '}
          {formatUsd(rest.rewardPerNode)} that each gets, and a few more or fewer lead back.
        </>
      )}{' '}
      {growing && end && (
        <>
          Were it to grow with the network to the power {formatDecimal(growing.elasticity, 2)},{' '}
          {critical ? (
            <>
              there is a critical mass of <Told>{formatCount(Math.round(critical.nodes))}</Told>. The{' '}
              {formatCount(nodes)} that ran are {critical.nodes <= nodes ? 'above' : 'below'} it, and the
              network {end.nodes > nodes ? 'grows' : 'shrinks'} by itself{' '}
              {end.nodes > 0 ? <>to {formatCount(Math.round(end.nodes))}.</> : 'to nobody.'}
            </>
          ) : end.nodes > 0 ? (
            <>
              it carries <Told>{formatCount(Math.round(end.nodes))}</Told>.
            </>
          ) : (
            <>nobody runs.</>
          )}
        </>
      )}
    </Answer>
  )
}
