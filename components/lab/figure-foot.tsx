'use client'

import Link from 'next/link'
import { useState } from 'react'
import { EmbedSnippet } from '@/components/charts/embed-snippet'
import { Table, Td, Th, Tr } from '@/components/ui'
import { download } from './download'
import { type FigureData, figureCsv, figureJson, figureRows } from './figure-data'

export type FigureOrigin = {
  /** whose figures these are, with their month */
  source: string
  /** where it is written how they are made: an address, or a part of the page as "#method" */
  method: string
  /** the files' name, without an ending */
  file: string
  /** address under /embed/ where the figure stands alone, with the figures set here */
  frame?: string
  /** it stands alone: its links open pages of their own */
  isFramed?: boolean
}

/** Below a figure computed in the page: whose figures, how they are made, and the figures as files and as a table. */
export function FigureFoot({
  data,
  origin: { source, method, file, frame, isFramed },
  format,
}: {
  data: FigureData
  origin: FigureOrigin
  /** of the table; a figure of many lines has files alone */
  format?: { x: (value: number) => string; y: (value: number) => string }
}) {
  const [isOpen, setOpen] = useState(false)
  const look = 'link cursor-pointer'
  return (
    <div className="mt-3 text-xs text-muted">
      <p>Source: {source}.</p>
      <div className="mt-0.5 flex min-h-6 flex-wrap items-baseline gap-x-4 gap-y-1" data-print="hide">
        {method.startsWith('#') ? (
          <a href={method} className={look}>
            Method
          </a>
        ) : (
          <Link
            href={method}
            prefetch={false}
            {...(isFramed && { target: '_blank', rel: 'noreferrer' })}
            className={look}
          >
            Method
          </Link>
        )}
        <button
          type="button"
          aria-label={`${data.title}: data as CSV`}
          className={look}
          onClick={() => download(`${file}.csv`, figureCsv(data))}
        >
          CSV
        </button>
        <button
          type="button"
          aria-label={`${data.title}: data as JSON`}
          className={look}
          onClick={() => download(`${file}.json`, figureJson(data, { source, address: location.href }))}
        >
          JSON
        </button>
        {format && (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={`${data.title}: data as a table`}
            className={look}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? 'Hide the table' : 'Table'}
          </button>
        )}
        {frame && (
          <details className="max-w-full open:basis-full">
            <summary
              aria-label={`${data.title}: embed or print`}
              className="link cursor-pointer list-none [&::-webkit-details-marker]:hidden"
            >
              Embed or print
            </summary>
            <EmbedSnippet href={frame} title={data.title} />
          </details>
        )}
      </div>
      {isOpen && format && (
        <div className="mt-2 max-h-80 overflow-y-auto text-ink [&_th]:top-0">
          <Table still caption={data.title}>
            <thead>
              <tr>
                <Th numeric>{data.x}</Th>
                {data.series.map(({ name }) => (
                  <Th key={name} numeric>
                    {data.series.length > 1 ? `${name}, ${data.y}` : data.y}
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figureRows(data).map(({ x, ys }) => (
                <Tr key={x}>
                  <Td numeric>{format.x(x)}</Td>
                  {ys.map((y, i) => (
                    <Td key={data.series[i]!.name} numeric>
                      {y === undefined ? '–' : format.y(y)}
                    </Td>
                  ))}
                </Tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </div>
  )
}
