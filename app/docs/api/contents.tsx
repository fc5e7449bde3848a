import type { Group } from './operations-by-tag'

/** What is on the page, and where. */
export function Contents({ groups }: { groups: readonly Group[] }) {
  return (
    <nav
      aria-label="On this page"
      className="max-lg:mb-8 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:self-start lg:overflow-y-auto"
    >
      {groups.map(({ name, operations }) => (
        <div key={name} className="mb-3 text-sm">
          <h2 className="text-xs text-muted">{name}</h2>
          <ul>
            {operations.map(({ method, path, operation }) => (
              <li key={operation.operationId}>
                <a
                  href={`#${operation.operationId}`}
                  className="flex min-h-6 items-baseline gap-2 font-mono text-xs leading-6 hover:text-signal-text"
                >
                  <span className="w-8 shrink-0 text-muted">{method}</span>
                  <span className="break-all">{path.replace(/^\/api(\/v1)?/, '')}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <a href="#schemas" className="link text-sm">
        Schemas
      </a>
    </nav>
  )
}
