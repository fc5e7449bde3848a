import { Fragment } from 'react'
import { classNames, Table, Td, Th, Tr } from '@/components/ui'
import { formatFixed } from '@/lib/core/format'
import type { LawFit } from '@/lib/mechanism/network-effects/fit-network-effect'
import type { EffectRow } from './network-effects-table'

const scores: readonly { name: string; of: (fit: LawFit) => number; digits: number }[] = [
  { name: 'AIC', of: ({ aic }) => aic, digits: 1 },
  { name: 'BIC', of: ({ bic }) => bic, digits: 1 },
  { name: 'Month ahead', of: ({ outOfSample }) => outOfSample, digits: 2 },
]

/** All laws on one sample in levels by three scores, the lowest of each set apart, and whether they may be read. */
export function LevelsTable({ rows }: { rows: readonly EffectRow[] }) {
  const laws = rows[0]?.effect.levels.map(({ law }) => law) ?? []
  return (
    <Table still caption="Laws of network effects in levels" className="max-lg:min-w-[64rem]">
      <thead>
        <tr>
          <Th>Network</Th>
          <Th>Score</Th>
          {laws.map((law) => (
            <Th key={law} numeric>
              {law.charAt(0).toUpperCase() + law.slice(1)}
            </Th>
          ))}
          <Th numeric>No change</Th>
          <Th numeric>Exponent in levels</Th>
          <Th numeric>Engle–Granger t</Th>
          <Th>May be read</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Network key={row.slug} row={row} />
        ))}
      </tbody>
    </Table>
  )
}

function Network({ row: { name, effect } }: { row: EffectRow }) {
  const { levels, noChange, freeError, cointegration } = effect
  const free = levels.find(({ law }) => law === 'free exponent')
  return (
    <Fragment>
      {scores.map((score, i) => {
        const least = Math.min(...levels.map(score.of))
        const isFirst = i === 0
        const isForecast = score.name === 'Month ahead'
        const isLast = i === scores.length - 1
        const look = isLast ? undefined : 'border-b-0'
        return (
          <Tr key={score.name} className="hover:bg-sunken">
            {isFirst && (
              <Td rowSpan={scores.length} className="align-top font-medium">
                {name}
              </Td>
            )}
            <Td className={classNames('pl-3! text-xs text-muted', look)}>{score.name}</Td>
            {levels.map((fit) => (
              <Td key={fit.law} numeric className={look}>
                <Score
                  text={formatFixed(score.of(fit), score.digits)}
                  isLeast={score.of(fit) === least && !(isForecast && noChange < least)}
                />
              </Td>
            ))}
            <Td numeric className={look}>
              {isForecast && <Score text={formatFixed(noChange, 2)} isLeast={noChange < least} />}
            </Td>
            {isFirst && (
              <>
                <Td numeric rowSpan={scores.length} className="align-top">
                  {formatFixed(free?.exponent ?? Number.NaN, 2)}
                  <span className="block text-xs text-muted">error {formatFixed(freeError, 2)}</span>
                </Td>
                <Td numeric rowSpan={scores.length} className="align-top">
                  {formatFixed(cointegration.statistic, 2)}
                  <span className="block text-xs text-muted">
                    5 %: {formatFixed(cointegration.critical.p5, 2)}
                  </span>
                </Td>
                <Td rowSpan={scores.length} className="align-top">
                  {cointegration.isCointegrated ? 'yes' : 'no: can be spurious'}
                </Td>
              </>
            )}
          </Tr>
        )
      })}
    </Fragment>
  )
}

function Score({ text, isLeast }: { text: string; isLeast: boolean }) {
  if (!isLeast) return <span className="text-muted">{text}</span>
  return (
    <>
      <span className="sr-only">lowest: </span>
      <span className="border-b border-ink">{text}</span>
    </>
  )
}
