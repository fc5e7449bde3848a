import { burnAndMintAlone, type DesignName, designKnobs } from './design-knobs'
import type { Knobs } from './number-knobs'

/** A mechanism as the designs of networks have it; what it does not name is as at first. */
export type DesignPreset = { name: string; values: Readonly<Record<string, number>> }

export const designPresets: readonly DesignPreset[] = [
  { name: 'Decaying emission, all burnt', values: {} },
  { name: 'Capped emission', values: { schedule: 0, cap: 60 } },
  { name: 'Halving', values: { schedule: 1, every: 24 } },
  { name: 'Demand-linked: what burns is minted again', values: { schedule: 3, fall: 0 } },
  { name: 'Burn and mint alone', values: burnAndMintAlone },
  { name: 'Buy-back into a treasury', values: { burn: 0.05, buyback: 1 } },
  { name: 'Validators: half of the emission to stakers', values: { fall: 0, stakers: 0.5, staked: 0.4 } },
  { name: 'Bonds that are slashed', values: { bond: 5_000, slash: 0.02 } },
  { name: 'Priced by market impact', values: { pricing: 1, burn: 0.5 } },
]

/** All figures of a design under a preset, by their names in the address. */
export function presetValues({ values }: DesignPreset, suffix: DesignName): Knobs {
  return Object.fromEntries(
    // what both begin with is A's
    designKnobs.A.map(({ key, initial }) => {
      const bare = key.slice(0, -1)
      return [`${bare}${suffix}`, values[bare] ?? initial]
    }),
  )
}

/** Which preset a design is, to the last figure; undefined for one of the reader's own. */
export function presetOf(values: Knobs, suffix: DesignName): number | undefined {
  const found = designPresets.findIndex((preset) =>
    Object.entries(presetValues(preset, suffix)).every(([key, value]) => values[key] === value),
  )
  return found === -1 ? undefined : found
}
