import { phaseLook, phases } from './phase-look'

/** What the strips' colours and heights mean. */
export function PhaseKey({
  isBands = false,
}: {
  /** the phases are bands, whose height says nothing */ isBands?: boolean
}) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      {phases.map((phase) => (
        <li key={phase} className="flex items-end gap-1.5">
          <svg aria-hidden className="h-4 w-2">
            <rect
              width="8"
              y={isBands ? 0 : 16 * (1 - phaseLook[phase].height)}
              height={isBands ? 16 : 16 * phaseLook[phase].height}
              className={phaseLook[phase].fill}
              opacity={isBands ? 0.35 : 1}
            />
          </svg>
          {isBands && <span aria-hidden>{phaseLook[phase].mark}</span>}
          {phase}
        </li>
      ))}
      <li>pale: number of nodes unknown, told from rewards alone</li>
      <li>{isBands ? 'number' : 'tick below'}: a phase that lasts three months takes over</li>
    </ul>
  )
}
