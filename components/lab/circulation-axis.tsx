import { classNames } from '@/components/ui/class-names'
import type { CirculationAssumption, CirculationLevel } from '@/lib/mechanism/allocation/circulation-range'
import { levelName, monthlyGain } from './circulation-words'

/**
 * The gap at each value of the assumption that decides it, on one axis with nothing gained on it: a line from lowest to
 * highest over all that is assumed besides, a tick where that is at its middle.
 */
export function CirculationAxis({
  name,
  levels,
  className,
}: {
  name: CirculationAssumption
  levels: readonly CirculationLevel[]
  className?: string
}) {
  const low = Math.min(0, ...levels.map(({ lowUsd }) => lowUsd))
  const high = Math.max(0, ...levels.map(({ highUsd }) => highUsd))
  // room for the caps at both ends
  const at = (usd: number) => `${(1 + (98 * (usd - low)) / (high - low || 1)).toFixed(2)}%`
  return (
    <figure className={classNames('text-sm', className)}>
      <dl>
        {levels.map(({ level, lowUsd, highUsd, middleUsd }) => (
          <div
            key={level}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 max-sm:pt-1.5 sm:grid-cols-[13.5rem_minmax(0,1fr)_10.5rem]"
          >
            <dt className="text-muted sm:leading-snug">{levelName(name, level)}</dt>
            <dd className="contents">
              <span className="figures text-right whitespace-nowrap sm:order-last">
                {monthlyGain(lowUsd)} … {monthlyGain(highUsd)}
              </span>
              <svg aria-hidden="true" className="block h-7 w-full overflow-visible max-sm:col-span-2 sm:h-9">
                <line
                  x1={at(0)}
                  x2={at(0)}
                  y1="0"
                  y2="100%"
                  className="stroke-control"
                  strokeDasharray="2 2"
                />
                <g className="stroke-ink" strokeWidth="1.5">
                  <line x1={at(lowUsd)} x2={at(highUsd)} y1="50%" y2="50%" />
                  <line x1={at(lowUsd)} x2={at(lowUsd)} y1="36%" y2="64%" />
                  <line x1={at(highUsd)} x2={at(highUsd)} y1="36%" y2="64%" />
                  <line x1={at(middleUsd)} x2={at(middleUsd)} y1="22%" y2="78%" strokeWidth="2" />
                </g>
              </svg>
            </dd>
          </div>
        ))}
      </dl>
      <div
        aria-hidden
        className="hidden gap-x-4 text-xs text-muted sm:grid sm:grid-cols-[13.5rem_minmax(0,1fr)_10.5rem]"
      >
        <div className="relative col-start-2 h-4">
          <span className="figures absolute -translate-x-1/2" style={{ left: at(0) }}>
            0
          </span>
        </div>
        <span className="text-right">USD a month</span>
      </div>
    </figure>
  )
}
