import { formatFixed } from '@/lib/core/format'
import { niceTicks } from './nice-ticks'

type Point = { x: number; y: number; name: string }

/** Outcomes over forecasts, on one scale both ways: on the slanted line a forecast was right. */
export function ForecastDots({ label, points }: { label: string; points: readonly Point[] }) {
  const all = points.flatMap(({ x, y }) => [x, y])
  if (all.length === 0) return null
  const ticks = niceTicks(Math.min(...all), Math.max(...all), false)
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const at = (value: number) => ((value - low) / (high - low || 1)) * 100
  const svg = (value: number) => Number((100 - at(value)).toFixed(2))
  const along = (value: number) => Number(at(value).toFixed(2))
  return (
    <figure className="max-w-xl text-xs text-muted">
      <p className="mb-2">outcome, log change of nodes</p>
      <div className="grid grid-cols-[2.5rem_1fr]">
        <div className="relative">
          {ticks.map((tick) => (
            <span
              key={tick}
              className="figures absolute right-2 translate-y-1/2"
              style={{ bottom: `${along(tick)}%` }}
            >
              {formatFixed(tick, 0)}
            </span>
          ))}
        </div>
        <svg
          role="img"
          aria-label={label}
          viewBox="0 0 100 100"
          className="aspect-square w-full overflow-visible"
        >
          <title>{label}</title>
          {ticks.map((tick) => (
            <g key={tick} className="stroke-rule" strokeWidth="1">
              <line x1="0" x2="100" y1={svg(tick)} y2={svg(tick)} vectorEffect="non-scaling-stroke" />
              <line y1="0" y2="100" x1={along(tick)} x2={along(tick)} vectorEffect="non-scaling-stroke" />
            </g>
          ))}
          <line
            x1="0"
            y1="100"
            x2="100"
            y2="0"
            className="stroke-ink"
            strokeDasharray="4 4"
            vectorEffect="non-scaling-stroke"
          />
          {points.map(({ x, y, name }) => (
            <circle key={name} cx={along(x)} cy={svg(y)} r="1" className="fill-ink/60">
              <title>{`${name}: forecast ${formatFixed(x, 2)}, outcome ${formatFixed(y, 2)}`}</title>
            </circle>
          ))}
        </svg>
        <span />
        <div className="relative mt-1.5 h-4">
          {ticks.map((tick) => (
            <span
              key={tick}
              className="figures absolute -translate-x-1/2"
              style={{ left: `${along(tick)}%` }}
            >
              {formatFixed(tick, 0)}
            </span>
          ))}
        </div>
        <span />
        <p className="mt-1 text-right">forecast; on the dashed line it was right</p>
      </div>
    </figure>
  )
}
