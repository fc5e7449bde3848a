import { Section, Table, Td, Th, Tr } from '@/components/ui'
import { formatFixed } from '@/lib/core/format'
import { FLYWHEEL_THRESHOLD, TURN_LASTS } from '@/lib/mechanism/tokenomics/flywheel'
import { phaseLook } from './phase-look'

const rules = [
  ['spinning up', 'rewards grow by more than a tenth, and nodes do not fall by a tenth'],
  ['unwinding', 'rewards do not grow by a tenth, and nodes fall by more than a tenth'],
  ['stalling', 'rewards do not grow by a tenth, and reward per node falls by more than a tenth'],
  ['coasting', 'anything else: reward per node holds'],
] as const

/** The rule that names a phase, so that anyone can name it again. */
export function FlywheelRule() {
  return (
    <Section id="rule" title="The rule" note="the first that holds">
      <Table still caption="Rules of the phases" className="max-w-prose">
        <thead>
          <tr>
            <Th>Phase</Th>
            <Th>In a quarter</Th>
          </tr>
        </thead>
        <tbody>
          {rules.map(([phase, rule]) => (
            <Tr key={phase}>
              <Td className="whitespace-nowrap">
                <span aria-hidden className="mr-1.5 inline-block w-3 text-center text-xs">
                  {phaseLook[phase].mark}
                </span>
                {phase}
              </Td>
              <Td>{rule}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-3 max-w-prose text-sm text-muted">
        Growth is the mean of three months over the mean of the three before, in dollars; the threshold is ln
        1.1 = {formatFixed(FLYWHEEL_THRESHOLD, 4)}. Where the source ends its node counts, the phase is told
        from rewards alone: above the threshold spinning up, below it stalling, and unwinding where the
        quarter before fell as much. A turn counts when the new phase lasts {TURN_LASTS} months. Source of the
        figures: 1kx-network/depin_tokenomics; relay network: sums over its operators.
      </p>
    </Section>
  )
}
