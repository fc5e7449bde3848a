'use client'

import { formatCount } from '@/lib/core/format'
import type { RunMeasure } from '@/lib/mechanism/tokenomics/run-measures'
import { measureLook } from './design-measures'
import type { DesignRanges } from './design-messages'
import { designNames } from './design-run'
import type { FigureOrigin } from './figure-foot'
import { LineFigure } from './line-figure'

/** One figure of both designs by month: the median of the seeds, and the band in which nine in ten lie. */
export function DesignFigure({
  measure,
  ranges,
  origin,
}: {
  measure: RunMeasure
  ranges: DesignRanges
  origin: Omit<FigureOrigin, 'file'>
}) {
  const { title, unit, format } = measureLook[measure]
  return (
    <LineFigure
      label={`${title} by month, designs A and B: median and P5 to P95`}
      x={{ name: 'month', format: formatCount }}
      y={{ name: unit, format }}
      series={designNames.map((name, i) => ({
        name,
        points: ranges[i]!.paths[measure].map(({ p5, p50, p95 }, x) => ({ x, y: p50, low: p5, high: p95 })),
      }))}
      origin={{ ...origin, file: `designs-${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}` }}
    />
  )
}
