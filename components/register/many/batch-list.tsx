import Link from 'next/link'
import { Section, Table, Td, Th, Time, Tr } from '@/components/ui'
import { formatCount } from '@/lib/core/format'

/** The files a signed-in person gave before. */
export function BatchList({
  batches,
  now,
}: {
  batches: readonly { id: string; name: string; createdAt: Date; rows: number; minted: number }[]
  now: Date
}) {
  return (
    <Section title="Your files">
      <Table caption="Files of devices you gave">
        <thead>
          <tr>
            <Th>File</Th>
            <Th numeric>Rows</Th>
            <Th numeric>Minted</Th>
            <Th numeric>Given</Th>
          </tr>
        </thead>
        <tbody>
          {batches.map(({ id, name, createdAt, rows, minted }) => (
            <Tr key={id}>
              <Td>
                <Link href={`/register/many/${id}`} className="link">
                  {name}
                </Link>
              </Td>
              <Td numeric>{formatCount(rows)}</Td>
              <Td numeric>{formatCount(minted)}</Td>
              <Td className="text-right text-sm text-muted">
                <Time at={createdAt} now={now} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}
