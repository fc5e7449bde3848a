import { Tag } from '@/components/ui'
import type { DocumentedOperation } from '@/lib/server/api/document/build-document'
import { FieldsTable, fieldRows } from './fields-table'
import type { Entry } from './operations-by-tag'
import { SchemaType } from './schema-type'
import { Words } from './words'

/** One operation: what it does, what it takes, and what it answers by status. */
export function OperationSection({ method, path, operation }: Entry) {
  const parameters = (operation.parameters ?? []).map((parameter) => ({
    name: parameter.name,
    place: parameter.in,
    isNeeded: parameter.required,
    description: parameter.description,
    schema: parameter.schema,
  }))
  return (
    <article id={operation.operationId} className="scroll-mt-24 lg:scroll-mt-16 py-5">
      <h3 className="flex flex-wrap items-center gap-x-2 font-mono text-sm">
        <Tag look={method === 'POST' ? 'signal' : 'plain'}>{method}</Tag>
        <a href={`#${operation.operationId}`} className="break-all hover:text-signal-text">
          {path}
        </a>
      </h3>
      <p className="mt-1.5 max-w-prose">{operation.summary}</p>
      {operation.description && (
        <p className="mt-1 max-w-prose text-sm text-muted">{operation.description}</p>
      )}
      {parameters.length > 0 && (
        <div className="mt-3">
          <FieldsTable caption={`Parameters of ${operation.operationId}`} rows={parameters} />
        </div>
      )}
      <Body operation={operation} />
      <Answers responses={operation.responses} />
    </article>
  )
}

function Body({ operation }: { operation: DocumentedOperation }) {
  const schema = operation.requestBody?.content['application/json']?.schema
  if (!schema) return null
  const rows = fieldRows(schema)
  return (
    <div className="mt-3">
      <h4 className="text-xs text-muted">Body, as application/json</h4>
      {rows.length > 0 ? (
        <FieldsTable caption={`Body of ${operation.operationId}`} rows={rows} />
      ) : (
        <p className="font-mono text-xs">
          <SchemaType schema={schema} />
        </p>
      )}
    </div>
  )
}

function Answers({ responses }: Pick<DocumentedOperation, 'responses'>) {
  return (
    <dl className="mt-3 grid grid-cols-[2.5rem_minmax(0,1fr)] gap-y-1 text-sm">
      {Object.entries(responses).map(([status, { description, content }]) => {
        const [[type, answer] = []] = Object.entries(content ?? {})
        return (
          <div key={status} className="contents">
            <dt className="figures text-xs leading-5">{status}</dt>
            <dd className="text-muted">
              {answer && type !== 'application/problem+json' && (
                <span className="mr-2 font-mono text-xs text-ink">
                  <SchemaType schema={answer.schema} />
                </span>
              )}
              <Words text={description} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
