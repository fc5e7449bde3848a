import Link from 'next/link'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { EmbedSnippet } from './embed-snippet'

export type ChartFootProps = {
  /** whose figures these are, short: "1kx-network/depin_tokenomics, commit ff2e881" */
  source: ReactNode
  /** the day, month or moment the newest of them is of */
  asOf: ReactNode
  /** where it is written down how they are made */
  method: { href: string; name?: string }
  /** addresses of the figures drawn, as files */
  data: { csv?: string; json?: string }
  /** address under /embed/ where the chart stands alone */
  embed?: string | undefined
  /** it stands in another page: its links open pages of their own */
  isEmbedded?: boolean
  /** names the chart in the snippet: what a screen reader says of the frame */
  title?: string | undefined
  className?: string
}

/** Below a chart: whose figures, of when, how they are made, and the ways to take them along. */
export function ChartFoot({
  source,
  asOf,
  method,
  data,
  embed,
  isEmbedded,
  title,
  className,
}: ChartFootProps) {
  return (
    <div className={classNames('mt-3 text-xs text-muted', className)}>
      <p>
        Source: {source}. As of {asOf}.
      </p>
      <div className="mt-0.5 flex min-h-6 flex-wrap items-baseline gap-x-4 gap-y-1">
        <Link
          href={method.href}
          prefetch={false}
          {...(isEmbedded && { target: '_blank', rel: 'noreferrer' })}
          className="link"
        >
          {method.name ?? 'Method'}
        </Link>
        {data.csv && (
          <a href={data.csv} download className="link" data-print="hide">
            CSV
          </a>
        )}
        {data.json && (
          <a href={data.json} download className="link" data-print="hide">
            JSON
          </a>
        )}
        {embed && (
          <details className="max-w-full open:basis-full" data-print="hide">
            <summary className="link cursor-pointer list-none [&::-webkit-details-marker]:hidden">
              Embed or print
            </summary>
            <EmbedSnippet href={embed} title={title ?? 'Chart'} />
          </details>
        )}
      </div>
    </div>
  )
}
