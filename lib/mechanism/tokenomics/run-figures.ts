import type { EpochFigures } from './simulate-network'

const YEAR = 12

/** Tokens minted to those who get `share` of the emission in a run's last twelve epochs, over the circulation before. */
export function lastYearIssuance(run: readonly EpochFigures[], share: number): number {
  const year = run.slice(-YEAR)
  const first = year[0]
  if (!first) return 0
  const before = (first.supply - first.treasury) * (1 + first.dilution)
  return (year.reduce((sum, { minted }) => sum + minted, 0) * share) / before
}

/** What is left at the end of a run of a holder's share who gets none of the emission; 1 is all of it. */
export function unstakedShare(run: readonly EpochFigures[]): number {
  return run.reduce((share, { dilution }) => share * (1 + dilution), 1)
}

/** Dollars that stand behind validators at the end of a run, of which an attacker must hold a part: the staked share's worth. */
export function valueAtStake(run: readonly EpochFigures[], stakeShare: number): number {
  const last = run.at(-1)
  return last ? stakeShare * (last.supply - last.treasury) * last.price : 0
}
