import Link from 'next/link'
import { Table, Td, Th, Tr } from '@/components/ui'
import { formatFixed, formatUsd } from '@/lib/core/format'
import type { LawFit, NetworkEffect } from '@/lib/mechanism/network-effects/fit-network-effect'
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
    <Table caption="Network effect from growth rates" className="max-lg:min-w-[56rem]">
      <thead>
        <tr>
          <Th>Network</Th>
          <Th>Sample</Th>
          <Th numeric>Exponent</Th>
          <Th className="w-1/4">
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
          <Th numeric>Next node adds</Th>
          <Th numeric>It earns</Th>
          <Th numeric>Taken from the others</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ slug, name, months, from, to, repaired, effect: { growth, nextNode } }) => (
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
            <Td numeric>
              {formatUsd(nextNode.addsUsd)}
              <span className="block text-xs text-muted">
                {formatUsd(nextNode.lowUsd)} to {formatUsd(nextNode.highUsd)}
              </span>
            </Td>
            <Td numeric>{formatUsd(nextNode.earnsUsd)}</Td>
            <Td numeric>{formatUsd(nextNode.takesFromOthersUsd)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

/** All laws on one sample in levels: the lowest score of a network is set apart. */
export function LevelsTable({ rows }: { rows: readonly EffectRow[] }) {
  const laws = rows[0]?.effect.levels.map(({ law }) => law) ?? []
  return (
    <Table caption="Laws of network effects in levels" className="max-lg:min-w-[60rem]">
      <thead>
        <tr>
          <Th>Network</Th>
          {laws.map((law) => (
            <Th key={law} numeric>
              {law.charAt(0).toUpperCase() + law.slice(1)}
            </Th>
          ))}
          <Th numeric>Free exponent</Th>
          <Th numeric>Engle–Granger t</Th>
          <Th>Levels may be believed</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ slug, name, effect: { levels, cointegration } }) => {
          const best = lowest(levels)
          return (
            <Tr key={slug} className="hover:bg-sunken">
              <Td className="font-medium">{name}</Td>
              {levels.map((fit) => (
                <Td key={fit.law} numeric className={fit === best ? 'text-ink' : 'text-muted'}>
                  {fit === best && <span className="sr-only">lowest: </span>}
                  <span className={fit === best ? 'border-b border-ink' : undefined}>
                    {signed(fit.bic, 1)}
                  </span>
                  <span className="ml-2 text-xs">{formatFixed(fit.outOfSample, 2)}</span>
                </Td>
              ))}
              <Td numeric>
                {signed(levels.find(({ law }) => law === 'free exponent')?.exponent ?? Number.NaN)}
              </Td>
              <Td numeric>
                {signed(cointegration.statistic)}
                <span className="ml-2 text-xs text-muted">5 %: {signed(cointegration.critical.p5)}</span>
              </Td>
              <Td>{cointegration.isCointegrated ? 'yes' : 'no: the fit can be spurious'}</Td>
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}

function lowest(levels: readonly LawFit[]): LawFit | undefined {
  return levels.reduce<LawFit | undefined>(
    (best, fit) => (best && best.bic <= fit.bic ? best : fit),
    undefined,
  )
}

const signed = (value: number, digits = 2) => formatFixed(value, digits)
