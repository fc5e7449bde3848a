import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { findCycles } from './find-cycles'
import { layerOf, refuse, refusePackage } from './layers'
import { readImports } from './read-imports'

const folders = ['app', 'components', 'lib', 'db', 'scripts', 'test', 'e2e']
const isSource = /(?<!\.d)\.(ts|tsx|mts|mjs|js)$/
const skipped = new Set(['node_modules', 'migrations'])

function sourcesUnder(root: string, folder: string): string[] {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return []
    const child = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sourcesUnder(root, child)
    return isSource.test(entry.name) ? [child] : []
  })
}

/** The project's file a specifier names; undefined for a package. @throws Error when there is no such file */
function resolveImport(root: string, from: string, specifier: string): string | undefined {
  const target = specifier.startsWith('@/')
    ? join(root, specifier.slice(2))
    : specifier.startsWith('.')
      ? join(root, dirname(from), specifier)
      : undefined
  if (target === undefined) return undefined
  const tries = ['', '.ts', '.tsx', '.mts', '.mjs', '.js', '/index.ts', '/index.tsx']
  const found = tries.find((end) => statSync(target + end, { throwIfNoEntry: false })?.isFile())
  if (found === undefined) throw new Error(`${from} imports ${specifier}, which does not exist.`)
  return relative(root, target + found)
}

/**
 * Holds every import of a project against the design's rule, and looks for cycles.
 * @returns a sentence for each violation, with file and line
 */
export function checkImports(root: string): string[] {
  const problems: string[] = []
  const graph = new Map<string, string[]>()
  for (const file of folders.flatMap((folder) => sourcesUnder(root, folder))) {
    const targets: string[] = []
    graph.set(file, targets)
    try {
      const from = layerOf(file)
      for (const { specifier, line, typeOnly } of readImports(file, readFileSync(join(root, file), 'utf8'))) {
        const target = resolveImport(root, file, specifier)
        if (target !== undefined) targets.push(target)
        const refusal =
          target === undefined ? refusePackage(from, specifier) : refuse(from, layerOf(target), typeOnly)
        if (refusal) problems.push(`${file}:${line} imports ${specifier}: ${refusal}.`)
      }
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error))
    }
  }
  for (const cycle of findCycles(graph))
    problems.push(`These import each other in a circle: ${cycle.join(' → ')}.`)
  return problems
}
