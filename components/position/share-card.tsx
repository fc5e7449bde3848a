import type { CSSProperties } from 'react'
import {
  shareColumn as column,
  shareMono as mono,
  SHARE_EDGE,
  SHARE_SIZE,
  shareColours,
} from '@/components/ui/share-look'
import { formatCents, formatChange, formatUnits } from '@/lib/core/format'
import type { PositionPage } from '@/lib/market/position-page'
import { bestListing } from '@/lib/market/position-page'
import { valueGap } from '@/lib/market/price-figures'
import { type Mark, placeMarks } from '@/lib/market/value-scale'

const { paper, ink, muted, rule, signal } = shareColours
const WIDTH = SHARE_SIZE.width - 2 * SHARE_EDGE

/** A position as an image: what it is, and its value bar large. Drawn by Satori, so each box of several is a flex box. */
export function ShareCard({ page }: { page: PositionPage }) {
  const { facts, valuation } = page
  const listing = bestListing(page)
  return (
    <div
      style={{ ...column, width: '100%', height: '100%', background: paper, color: ink, padding: SHARE_EDGE }}
    >
      <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: 28, color: muted }}>
        <span>
          {facts.network.name}
          {facts.network.category ? ` · ${facts.network.category}` : ''}
        </span>
        <span style={{ color: ink, fontWeight: 500 }}>Hotswap</span>
      </div>
      <div style={{ display: 'flex', alignItems: 'baseline', marginTop: 20, fontSize: 60, fontWeight: 500 }}>
        <span style={oneLine}>{facts.document?.name ?? `Position ${facts.id}`}</span>
        <span style={{ marginLeft: 20, color: muted, ...mono }}>#{facts.id}</span>
      </div>
      <div style={{ display: 'flex', marginTop: 44, gap: 88 }}>
        <Fact name="Value" text={valuation && formatCents(valuation.value)} />
        <Fact name="Price" text={listing ? formatUnits(listing.price) : undefined} />
        {listing && valuation && <PriceToValue gap={valueGap(listing.price, valuation.value)} />}
      </div>
      <div style={{ display: 'flex', flexGrow: 1, alignItems: 'center' }}>
        {valuation && <Bar valuation={valuation} price={listing?.price} />}
      </div>
      <div
        style={{
          display: 'flex',
          justifyContent: 'space-between',
          borderTop: `2px solid ${rule}`,
          paddingTop: 22,
          fontSize: 24,
          color: muted,
        }}
      >
        <span>
          {facts.isDemonstration ? 'Demonstration device. ' : ''}
          {valuation && `An estimate of ${valuation.at.toISOString().slice(0, 10)}, not advice.`}
        </span>
        <span style={mono}>{page.now.toISOString().slice(0, 16).replace('T', ' ')} UTC</span>
      </div>
    </div>
  )
}

function Fact({ name, text }: { name: string; text: string | undefined }) {
  return (
    <div style={column}>
      <span style={{ fontSize: 26, color: muted }}>{name}</span>
      {text ? (
        <span style={{ fontSize: 52, ...mono }}>{text}</span>
      ) : (
        <span style={{ fontSize: 52, color: muted }}>none now</span>
      )}
    </div>
  )
}

function PriceToValue({ gap }: { gap: number | undefined }) {
  return gap === undefined ? null : <Fact name="Price to value" text={formatChange(-gap)} />
}

function Bar({
  valuation,
  price,
}: {
  valuation: NonNullable<PositionPage['valuation']>
  price: bigint | undefined
}) {
  const { p5, p50, p95 } = valuation
  const quantiles = { p5: Number(p5), p50: Number(p50), p95: Number(p95) }
  const cents = price === undefined ? undefined : Number(price) / 10_000
  const shown = [quantiles.p5, quantiles.p95, ...(cents === undefined ? [] : [cents])]
  const marks = placeMarks(quantiles, cents, {
    kind: 'shared',
    min: Math.min(...shown),
    max: Math.max(...shown),
  })
  const x = (mark: Mark) => 14 + mark.at * (WIDTH - 28)
  return (
    <div style={{ ...column, width: WIDTH }}>
      <svg width={WIDTH} height={72} viewBox={`0 0 ${WIDTH} 72`} role="img" aria-label="Value bar">
        <line x1={x(marks.p5)} x2={x(marks.p95)} y1="36" y2="36" stroke={ink} strokeWidth="4" />
        <line x1={x(marks.p5)} x2={x(marks.p5)} y1="22" y2="50" stroke={ink} strokeWidth="4" />
        <line x1={x(marks.p95)} x2={x(marks.p95)} y1="22" y2="50" stroke={ink} strokeWidth="4" />
        <line x1={x(marks.p50)} x2={x(marks.p50)} y1="4" y2="68" stroke={ink} strokeWidth="6" />
        {marks.price && (
          <circle cx={x(marks.price)} cy="36" r="14" fill={signal} stroke={paper} strokeWidth="4" />
        )}
      </svg>
      <div style={{ display: 'flex', justifyContent: 'space-between', marginTop: 10, fontSize: 26 }}>
        <Quantile name="P5" cents={p5} />
        <Quantile name="P50" cents={p50} />
        <Quantile name="P95" cents={p95} />
      </div>
    </div>
  )
}

function Quantile({ name, cents }: { name: string; cents: bigint }) {
  return (
    <div style={{ display: 'flex', gap: 12 }}>
      <span style={{ color: muted }}>{name}</span>
      <span style={mono}>{formatCents(cents)}</span>
    </div>
  )
}

const oneLine: CSSProperties = {
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  maxWidth: 880,
}
