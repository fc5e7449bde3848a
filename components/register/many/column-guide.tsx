import { Section, Table, Tag, Td, Th, Tr } from '@/components/ui'

/** What goes into each column, and the short names that networks and models go by. */
export function ColumnGuide({
  columns,
  networks,
}: {
  columns: readonly { name: string; isRequired: boolean; meaning: string; example: string }[]
  networks: readonly {
    slug: string
    name: string
    isPhysical: boolean
    models: readonly { slug: string; name: string }[]
  }[]
}) {
  return (
    <>
      <Section title="Columns" note="in any order; the first line names them">
        <Table caption="Columns of the file">
          <thead>
            <tr>
              <Th>Column</Th>
              <Th>What goes into it</Th>
              <Th className="max-sm:hidden">Example</Th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ name, isRequired, meaning, example }) => (
              <Tr key={name}>
                <Td className="align-top">
                  <span className="figures text-sm">{name}</span>{' '}
                  {isRequired && <Tag className="max-sm:mt-1">required</Tag>}
                </Td>
                <Td className="align-top text-sm">{meaning}</Td>
                <Td className="figures max-w-60 align-top text-sm break-all text-muted max-sm:hidden">
                  {example}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
        <p className="mt-2 text-sm text-muted">
          Instead of <span className="figures">cell</span>, a file may have{' '}
          <span className="figures">latitude</span> and <span className="figures">longitude</span> in degrees:
          this browser turns them into the cell, and nothing finer leaves it.
        </p>
      </Section>
      <Section title="Networks and models" note="their short names, as the file has them">
        <details>
          <summary className="link w-fit cursor-pointer py-1 text-sm">
            Show all {networks.length} networks
          </summary>
          <div className="mt-3">
            <Table caption="Short names of networks and models">
              <thead>
                <tr>
                  <Th>Network</Th>
                  <Th>Models</Th>
                  <Th>Cell</Th>
                </tr>
              </thead>
              <tbody>
                {networks.map(({ slug, name, isPhysical, models }) => (
                  <Tr key={slug}>
                    <Td className="align-top">
                      <span className="figures text-sm">{slug}</span>
                      <span className="block text-sm text-muted">{name}</span>
                    </Td>
                    <Td className="align-top">
                      {models.map((model) => (
                        <span key={model.slug} className="block">
                          <span className="figures text-sm">{model.slug}</span>{' '}
                          <span className="text-sm text-muted">{model.name}</span>
                        </span>
                      ))}
                    </Td>
                    <Td className="align-top text-sm whitespace-nowrap">
                      {isPhysical ? 'required' : 'blank'}
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          </div>
        </details>
      </Section>
    </>
  )
}
