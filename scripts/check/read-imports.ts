import { parseSync } from 'oxc-parser'

export type Import = { specifier: string; line: number; typeOnly: boolean }

/** Every import of a source, dynamic and re-exporting ones among them. @throws Error when it does not parse */
export function readImports(file: string, source: string): Import[] {
  const { module, errors } = parseSync(file, source)
  const error = errors.find(({ severity }) => severity === 'Error')
  if (error) throw new Error(`${file} does not parse: ${error.message}`)
  const lineAt = (offset: number) => source.slice(0, offset).split('\n').length

  const imported = module.staticImports.map(({ moduleRequest, entries, start }) => ({
    specifier: moduleRequest.value,
    line: lineAt(start),
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }))
  const reexported = module.staticExports.flatMap(({ entries, start }) => {
    const from = entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : []))[0]
    return from === undefined
      ? []
      : [{ specifier: from, line: lineAt(start), typeOnly: entries.every((entry) => entry.isType) }]
  })
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest, start }) => {
    const literal = /^['"`]([^'"`$]+)['"`]$/.exec(source.slice(moduleRequest.start, moduleRequest.end))
    return literal?.[1] ? [{ specifier: literal[1], line: lineAt(start), typeOnly: false }] : []
  })
  return [...imported, ...reexported, ...dynamic]
}
