import type { Miss } from '@/lib/valuation/forecast/calibration-report'
import { MissRows } from './miss-rows'

const SHOWN = 12

/** Outcomes outside their stated interval: the worst at once, all of them on demand. */
export function MissesTable({ misses }: { misses: readonly Miss[] }) {
  const rows = misses.map(({ network, ...rest }) => ({ of: network, ...rest }))
  const rest = rows.slice(SHOWN)
  return (
    <>
      <MissRows
        kind="Network"
        misses={rows.slice(0, SHOWN)}
        caption="The furthest outcomes outside their interval"
      />
      {rest.length > 0 && (
        <details className="mt-3">
          <summary className="cursor-pointer text-sm text-muted hover:text-ink">
            The other {rest.length}
          </summary>
          <div className="mt-2">
            <MissRows kind="Network" misses={rest} caption="The other outcomes outside their interval" />
          </div>
        </details>
      )}
    </>
  )
}
