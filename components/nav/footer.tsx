import Link from 'next/link'
import { Time } from '@/components/ui'
import { formatCount } from '@/lib/core/format'

/** The chain as it was last read. */
export type ChainHead = { chainName: string; chainId: number; block: number; time: Date; now: Date }

/** Foot of every page: where the figures come from, and how fresh the chain is. */
export function Footer({ head }: { head: ChainHead | undefined }) {
  return (
    <footer className="mt-16 border-t border-rule text-sm text-muted">
      <div className="page-width grid gap-x-10 gap-y-4 py-6 sm:grid-cols-[2fr_1fr]">
        <div className="max-w-prose space-y-1">
          <p>
            Networks’ figures: 1kx-network/depin_tokenomics, commit <span className="figures">ff2e881</span>:
            they end in 2024-06 or before, and blanks are unknown, not zero. What is a demonstration is
            labelled so wherever it is shown.
          </p>
          <p>Values are estimates that rest on stated assumptions, not advice.</p>
        </div>
        <div className="space-y-1 sm:text-right">
          {head ? (
            <p>
              {head.chainName} <span className="figures">({head.chainId})</span>, head block{' '}
              <span className="figures text-ink">{formatCount(head.block)}</span>,{' '}
              <Time at={head.time} now={head.now} />
            </p>
          ) : (
            <p>The head of the chain is not known right now.</p>
          )}
          <p>
            <Link prefetch={false} href="/ledger" className="link">
              Public record
            </Link>
            {' · '}
            <Link prefetch={false} href="/method" className="link">
              Method
            </Link>
            {' · '}
            <Link prefetch={false} href="/calibration" className="link">
              Calibration
            </Link>
            {' · '}
            <Link prefetch={false} href="/docs/api" className="link">
              API
            </Link>
          </p>
        </div>
      </div>
    </footer>
  )
}
