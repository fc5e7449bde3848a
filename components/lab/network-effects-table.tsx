import Link from 'next/link'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatFixed, formatUsd } from '@/lib/core/format'
import type { NetworkEffect } from '@/lib/mechanism/network-effects/fit-network-effect'
import type { Slope } from '@/lib/mechanism/network-effects/growth-exponent'
import { ExponentWhisker } from './exponent-whisker'

export type EffectRow = {
  slug: string
  name: string
  months: number
  from: string
  to: string
  repaired: boolean
  effect: NetworkEffect
}

/** The exponent from growth rates, with its interval, and what one more node adds and takes. */
export function GrowthTable({ rows }: { rows: readonly EffectRow[] }) {
  return (
    <Table caption="Network effect from growth rates" className="max-xl:min-w-[72rem]">
      <thead>
        <tr>
          <Th>Network</Th>
          <Th>Sample</Th>
          <Th numeric>Exponent</Th>
          <Th className="w-1/6">
            <span className="figures relative block h-4">
              {[0, 1, 2].map((tick) => (
                <span
                  key={tick}
                  className="absolute -translate-x-1/2"
                  style={{ left: `${((tick + 1) / 4) * 100}%` }}
                >
                  {tick}
                </span>
              ))}
            </span>
          </Th>
          <Th numeric>90 % interval</Th>
          <Th numeric>Of it tokens</Th>
          <Th numeric>Of it price</Th>
          <Th numeric>Next node adds</Th>
          <Th numeric>It earns</Th>
          <Th numeric>Taken from the others</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ slug, name, months, from, to, repaired, effect: { growth, parts, nextNode } }) => (
          <Tr key={slug} className="hover:bg-sunken">
            <Td>
              <Link href={`/networks/${slug}`} className="font-medium hover:text-signal-text">
                {name}
              </Link>
              {repaired && (
                <span title="Dollars are tokens × price: the source’s dollar column repeats its tokens">
                  {' '}
                  *
                </span>
              )}
            </Td>
            <Td className="figures text-xs whitespace-nowrap text-muted">
              {from} to {to}, {months}
            </Td>
            <Td numeric>{signed(growth.exponent)}</Td>
            <Td>
              <ExponentWhisker low={growth.low} at={growth.exponent} high={growth.high} />
            </Td>
            <Td numeric>
              {signed(growth.low)} to {signed(growth.high)}
            </Td>
            <Td numeric>{parts ? <Part slope={parts.tokens} /> : '–'}</Td>
            <Td numeric>{parts ? <Part slope={parts.price} /> : '–'}</Td>
            <Td numeric>
              {formatUsd(nextNode.addsUsd)}
              <Between low={formatUsd(nextNode.lowUsd)} high={formatUsd(nextNode.highUsd)} />
            </Td>
            <Td numeric>{formatUsd(nextNode.earnsUsd)}</Td>
            <Td numeric>
              {formatUsd(nextNode.takesFromOthersUsd)}
              <Between low={formatUsd(nextNode.takesLowUsd)} high={formatUsd(nextNode.takesHighUsd)} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function Part({ slope }: { slope: Slope }) {
  return (
    <>
      {signed(slope.exponent)}
      <Between low={signed(slope.low)} high={signed(slope.high)} />
    </>
  )
}

function Between({ low, high }: { low: string; high: string }) {
  return (
    <span className="block text-xs text-muted">
      {low} to {high}
    </span>
  )
}

const signed = (value: number, digits = 2) => formatFixed(value, digits)
