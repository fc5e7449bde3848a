import Link from 'next/link'
import { formatPercent, formatShare, formatUsd } from '@/lib/core/format'
import { honestBond, type InspectionGame } from '@/lib/mechanism/games/inspection-game'
import { Answer, Told } from './answer'
import type { HonestyFigures } from './honesty-knobs'

/** A rate with two digits at least, however small: "0.0044%". */
export const rateText = (rate: number): string =>
  rate >= 0.01 || rate === 0 ? formatShare(rate) : formatPercent(Number((100 * rate).toPrecision(2)))

/** The bond to ask for, whether the one set is enough, and what else would do. */
export function HonestyAnswer({
  game,
  rate,
  figures,
}: {
  game: InspectionGame
  /** audits the network binds itself to */
  rate: number
  figures: HonestyFigures | undefined
}) {
  const { gain, bond, detection, auditCost } = game
  const needed = honestBond(game, rate)
  const caught = rate * detection
  const brings = (1 - caught) * gain - caught * bond
  const enough = gain / (detection * (gain + bond))
  return (
    <Answer
      todo={[
        {
          who: 'A network',
          what:
            bond > needed ? (
              <>
                may audit less: with {formatUsd(bond)} behind each device, any rate above {rateText(enough)}{' '}
                keeps reports honest. At {formatShare(rate)} audits cost {formatUsd(rate * auditCost)} a
                report.
              </>
            ) : enough <= 1 ? (
              <>
                asks for more than {formatUsd(needed)}, or audits more than {rateText(enough)} of reports with
                the {formatUsd(bond)} set: {formatUsd(enough * auditCost)} a report instead of{' '}
                {formatUsd(rate * auditCost)}.
              </>
            ) : (
              <>
                asks for more than {formatUsd(needed)}: with {formatUsd(bond)} not even an audit of every
                report would deter.
              </>
            ),
        },
        {
          who: 'An operator',
          what: (
            <>who reports truly gets the bond back whole; an audit is taken not to accuse anyone wrongly.</>
          ),
        },
      ]}
    >
      {figures && (
        <>
          For{' '}
          <Link href={figures.href} className="link">
            {figures.name}
          </Link>{' '}
          a false report earns a month’s reward of one device, <Told>{formatUsd(figures.rewardUsd)}</Told>,
          the average of {figures.basis} in {figures.month}.{' '}
        </>
      )}
      With {formatShare(rate)} of reports audited and a false one found in {formatShare(detection)} of them, a
      bond above <Told>{formatUsd(needed)}</Told> a device makes the true report the better choice, whoever
      else is honest. The bond set, {formatUsd(bond)},{' '}
      {brings < 0 ? (
        <>
          is enough: a false report loses <Told>{formatUsd(-brings)}</Told> on average.
        </>
      ) : brings > 0 ? (
        <>
          is not: a false report gains <Told>{formatUsd(brings)}</Told> on average.
        </>
      ) : (
        <>is just that: a false report neither gains nor loses.</>
      )}
    </Answer>
  )
}
