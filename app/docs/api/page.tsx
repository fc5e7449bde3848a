import type { Metadata } from 'next'
import { PageTitle, Section } from '@/components/ui'
import { openApiDocument } from '@/lib/server/api'
import { Contents } from './contents'
import { OperationSection } from './operation-section'
import { operationsByTag } from './operations-by-tag'
import { Rules } from './rules'
import { SchemaSection } from './schema-section'

export const metadata: Metadata = {
  title: 'API',
  description:
    'Positions, orders, sales, networks and the ledger, for programs: what can be asked, and what is answered.',
}

/** The API's document, for people. Whatever is here is read from it. */
export default function ApiPage() {
  const document = openApiDocument()
  const groups = operationsByTag(document)
  return (
    <>
      <PageTitle
        title="API"
        action={
          <a href="/api/v1/openapi.json" className="link text-sm">
            OpenAPI 3.1 document
          </a>
        }
      >
        {document.info.description}
      </PageTitle>
      <div className="gap-x-10 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
        <Contents groups={groups} />
        <div className="min-w-0 space-y-12">
          <Rules />
          {groups.map(({ name, description, operations }) => (
            <Section key={name} title={name} note={description}>
              <div className="divide-y divide-rule">
                {operations.map((entry) => (
                  <OperationSection key={entry.operation.operationId} {...entry} />
                ))}
              </div>
            </Section>
          ))}
          <Section id="schemas" title="Schemas" note="What answers are made of. Fields may be added.">
            <div className="divide-y divide-rule">
              {Object.entries(document.components.schemas).map(([name, schema]) => (
                <SchemaSection key={name} name={name} schema={schema} />
              ))}
            </div>
          </Section>
        </div>
      </div>
    </>
  )
}
