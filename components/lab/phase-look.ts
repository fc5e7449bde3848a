import type { FlywheelPhase } from '@/lib/mechanism/tokenomics/flywheel'

/** How a phase is drawn: told apart by height and pattern, not by colour alone. */
export const phaseLook: Record<FlywheelPhase, { mark: string; fill: string; height: number }> = {
  'spinning up': { mark: '▲', fill: 'fill-gain', height: 1 },
  coasting: { mark: '■', fill: 'fill-muted', height: 0.6 },
  stalling: { mark: '◆', fill: 'fill-signal', height: 0.38 },
  unwinding: { mark: '▼', fill: 'fill-loss', height: 0.2 },
}

export const phases = Object.keys(phaseLook) as FlywheelPhase[]
