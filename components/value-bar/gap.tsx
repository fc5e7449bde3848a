import { classNames } from '@/components/ui/class-names'
import { formatChange } from '@/lib/core/format'

/**
 * How far a price stands from the value (`valueGap`: 0.2 is a fifth below it). Below is a gain for a buyer;
 * sign and arrow say so beside the colour.
 */
export function Gap({ gap, className }: { gap: number | undefined; className?: string }) {
  if (gap === undefined) return <span className="text-muted">–</span>
  const { mark, look, words } = standing(gap)
  return (
    <span className={classNames('figures whitespace-nowrap', look, className)} title={words}>
      <span aria-hidden className="mr-1 align-[0.1em] text-[0.7em]">
        {mark}
      </span>
      {formatChange(-gap)}
      <span className="sr-only"> {words}</span>
    </span>
  )
}

/** What is shown as 0.0 % is neither gain nor loss. */
const NOTHING = 0.0005

function standing(gap: number) {
  if (gap >= NOTHING) return { mark: '▼', look: 'text-gain', words: 'below value' }
  if (gap <= -NOTHING) return { mark: '▲', look: 'text-loss', words: 'above value' }
  return { mark: '', look: 'text-muted', words: 'at value' }
}
