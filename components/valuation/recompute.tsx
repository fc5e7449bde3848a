import { Button, ErrorNote } from '@/components/ui'
import type { Findings } from './messages'

const names: Record<string, string> = {
  inputsHash: 'the hash of the inputs',
  value: 'the value',
  p5: 'P5',
  p50: 'P50',
  p95: 'P95',
  standardError: 'the standard error',
  'parts.salvage': 'hardware salvage',
  'parts.base_rewards': 'base rewards',
  'parts.network_premium': 'network premium',
  'parts.dilution': 'dilution',
  'parts.circulation_premium': 'circulation premium',
}

/** Runs the model on the receipt's inputs in this browser, and says whether it comes to the same. */
export function Recompute({
  progress,
  findings,
  failure,
  onRecompute,
}: {
  progress: number | undefined
  findings: Findings | undefined
  failure: string | undefined
  onRecompute: () => void
}) {
  const isRunning = progress !== undefined
  const share = progress ?? (findings ? 1 : 0)
  return (
    <div className={findings ? undefined : 'border border-rule p-3'}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button size="sm" pending={isRunning} onClick={onRecompute}>
          {isRunning ? 'Recomputing…' : 'Recompute'}
        </Button>
        <div
          role="progressbar"
          aria-label="Progress of the recomputation"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
          className="h-1 w-40 bg-rule"
        >
          <div className="h-full bg-ink" style={{ width: `${share * 100}%` }} />
        </div>
        <p role="status" className="text-sm">
          {!isRunning && findings && <Outcome findings={findings} />}
          {isRunning && !findings && 'The model runs in this browser; a second or two.'}
        </p>
      </div>
      {failure && (
        <div className="mt-3">
          <ErrorNote error={{ message: failure }}>
            The stored value and its receipt stand. Try again, or check the receipt with{' '}
            <span className="figures">npm run receipt:check</span>.
          </ErrorNote>
        </div>
      )}
    </div>
  )
}

function Outcome({ findings: { differences, time } }: { findings: Findings }) {
  if (differences.length === 0)
    return (
      <>
        <span aria-hidden className="mr-1.5 text-gain">
          ✓
        </span>
        Equal to the cent, computed here in <span className="figures">{Math.round(time)} ms</span>.
      </>
    )
  return (
    <>
      <span aria-hidden className="mr-1.5 text-loss">
        ✕
      </span>
      Not what the receipt says: {differences.map((name) => names[name] ?? name).join(', ')}.
    </>
  )
}
