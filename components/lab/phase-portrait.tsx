import { classNames } from '@/components/ui'
import { formatChange } from '@/lib/core/format'
import { FLYWHEEL_THRESHOLD, type FlywheelPhase } from '@/lib/mechanism/tokenomics/flywheel'
import { monthText } from '@/lib/valuation/forecast/monthly-series'
import type { FlywheelRow } from './flywheel-table'
import { phaseLook } from './phase-look'

const E = FLYWHEEL_THRESHOLD
const changes = [-0.9, -0.75, -0.5, 0, 1, 3, 9]

type Corner = readonly [nodes: number, rewards: number]

/** The rule as a map: which quarter's growth of nodes and of rewards is which phase, out to a border. */
function regions(low: Corner, high: Corner): { phase: FlywheelPhase; corners: Corner[] }[] {
  const [left, bottom] = low
  const [right, top] = high
  const box = (a: Corner, b: Corner): Corner[] => [a, [b[0], a[1]], b, [a[0], b[1]]]
  return [
    { phase: 'spinning up', corners: box([-E, E], [right, top]) },
    { phase: 'unwinding', corners: box([left, bottom], [-E, E]) },
    {
      phase: 'stalling',
      corners: [
        [-E, bottom],
        [-E, -2 * E],
        [2 * E, E],
        [right, E],
        [right, bottom],
      ],
    },
    {
      phase: 'coasting',
      corners: [
        [left, top],
        [left, E],
        [-E, E],
        [-E, -2 * E],
        [2 * E, E],
        [-E, E],
        [-E, top],
      ],
    },
  ]
}

/** The path of a network's quarterly growth through the rule's regions: the flywheel as one loop. */
export function PhasePortrait({ row: { name, points, turns } }: { row: FlywheelRow }) {
  const path = points.flatMap(({ month, nodes, rewards }) =>
    nodes === undefined ? [] : [{ month, nodes, rewards }],
  )
  const [first, last] = [path[0], path.at(-1)]
  if (!first || !last)
    return <p className="text-sm text-muted">The number of its nodes is unknown: there is no path to draw.</p>
  const span = (values: readonly number[]) =>
    [
      Math.min(-5 * E, ...values.map((value) => value - E)),
      Math.max(5 * E, ...values.map((value) => value + E)),
    ] as const
  const [left, right] = span(path.map(({ nodes }) => nodes))
  const [bottom, top] = span(path.map(({ rewards }) => rewards))
  const x = (value: number) => ((value - left) / (right - left)) * 100
  const y = (value: number) => 100 - ((value - bottom) / (top - bottom)) * 100
  const pair = ([nodes, rewards]: Corner) => `${x(nodes).toFixed(2)},${y(rewards).toFixed(2)}`
  const label = `${name}: growth of rewards against growth of nodes over a quarter, ${monthText(first.month)} to ${monthText(last.month)}, through the regions of the four phases`
  const named = [
    { month: first.month, text: monthText(first.month), isEnd: true },
    ...turns.map(({ month }, k) => ({ month, text: String(k + 1), isEnd: false })),
    { month: last.month, text: monthText(last.month), isEnd: true },
  ]
  return (
    <div className="text-xs text-muted">
      <p className="mb-1">Rewards in dollars, over the quarter before</p>
      <div className="grid grid-cols-[3.5rem_minmax(0,1fr)]">
        <div className="relative">
          {changes.map((change) => {
            const at = Math.log1p(change)
            return (
              at > bottom &&
              at < top && (
                <span
                  key={change}
                  className="figures absolute right-2 -translate-y-1/2"
                  style={{ top: `${y(at).toFixed(2)}%` }}
                >
                  {formatChange(change)}
                </span>
              )
            )
          })}
        </div>
        <div className="relative h-80">
          <svg
            role="img"
            aria-label={label}
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="absolute inset-0 size-full"
          >
            <title>{label}</title>
            {regions([left, bottom], [right, top]).map(({ phase, corners }) => (
              <polygon
                key={phase}
                points={corners.map(pair).join(' ')}
                className={phaseLook[phase].fill}
                opacity={0.18}
              />
            ))}
            <polyline
              points={path.map(({ nodes, rewards }) => pair([nodes, rewards])).join(' ')}
              vectorEffect="non-scaling-stroke"
              strokeWidth="1.25"
              className="fill-none stroke-ink"
            />
          </svg>
          {(
            [
              ['spinning up', 'right-1 top-1'],
              ['coasting', 'left-1 top-1'],
              ['unwinding', 'left-1 bottom-1'],
              ['stalling', 'right-1 bottom-1'],
            ] as const
          ).map(([phase, place]) => (
            <span key={phase} className={classNames('absolute text-ink', place)}>
              <span aria-hidden className="mr-1">
                {phaseLook[phase].mark}
              </span>
              {phase}
            </span>
          ))}
          {named.map(({ month, text, isEnd }) => {
            const at = path.find((one) => one.month === month)
            return (
              at && (
                <span
                  key={text}
                  className={classNames(
                    'figures absolute -translate-y-1/2 whitespace-nowrap',
                    x(at.nodes) > 88 ? '-translate-x-full' : x(at.nodes) < 8 ? '' : '-translate-x-1/2',
                    isEnd
                      ? 'bg-paper/80 px-1 text-ink'
                      : 'size-4 rounded-full border border-ink bg-paper text-center leading-4 text-ink',
                  )}
                  style={{ left: `${x(at.nodes).toFixed(2)}%`, top: `${y(at.rewards).toFixed(2)}%` }}
                >
                  {text}
                </span>
              )
            )
          })}
        </div>
        <span />
        <div className="relative mt-1 h-4">
          {changes.map((change) => {
            const at = Math.log1p(change)
            return (
              at > left &&
              at < right && (
                <span
                  key={change}
                  className="figures absolute -translate-x-1/2 whitespace-nowrap"
                  style={{ left: `${x(at).toFixed(2)}%` }}
                >
                  {formatChange(change)}
                </span>
              )
            )
          })}
        </div>
        <span />
        <p className="mt-1 text-right">Nodes, over the quarter before</p>
      </div>
    </div>
  )
}
