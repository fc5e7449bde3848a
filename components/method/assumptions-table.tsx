import { Table, Td, Th, Tr } from '@/components/ui'

export type ShownAssumption = { subject: string; name: string; value: string; unit: string; note: string }

/** The assumptions as the database has them, the ones for everything first. */
export function AssumptionsTable({ rows }: { rows: readonly ShownAssumption[] }) {
  return (
    <Table still caption="Assumptions that values rest on">
      <thead>
        <tr>
          <Th>Assumption</Th>
          <Th>For</Th>
          <Th numeric>Figure</Th>
          <Th>Unit</Th>
          <Th className="max-sm:hidden">Why</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ subject, name, value, unit, note }) => (
          <Tr key={`${subject} ${name}`}>
            <Td>{name.replaceAll('_', ' ')}</Td>
            <Td className="text-muted">{subject === 'all' ? 'all' : subject}</Td>
            <Td numeric>{value}</Td>
            <Td className="text-sm text-muted">{unit}</Td>
            <Td className="text-sm text-muted max-sm:hidden">{note}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
