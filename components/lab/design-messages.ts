import type { CostStep } from '@/lib/mechanism/congestion/free-entry'
import type { RangeOfRuns } from '@/lib/mechanism/tokenomics/range-of-runs'
import type { Knobs } from './number-knobs'

export type DesignRanges = readonly [RangeOfRuns, RangeOfRuns]

export type DesignQuestion = { id: number; values: Knobs; steps: readonly CostStep[] }
export type DesignAnswer = { id: number; ranges: DesignRanges }
