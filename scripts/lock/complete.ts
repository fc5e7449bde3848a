import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { projectRoot } from '../product/paths'
import { platformOf } from './platform-of'

/*
 * A package-lock.json made where the registry does not serve the builds for other platforms lacks their entries, and
 * `npm ci` then refuses the whole file. Adds each missing one with the version its parent asks for; with --check, fails
 * and names them instead. Run it after a change of dependencies.
 */
const entry = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})
const schema = z.looseObject({ packages: z.record(z.string(), entry) })

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const file = join(projectRoot, 'package-lock.json')
const lock = schema.parse(JSON.parse(readFileSync(file, 'utf8')))

const missing = Object.entries(lock.packages).flatMap(([parent, { dev, optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(
      ([name]) => !lock.packages[`${parent}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`],
    )
    .map(([name, range]) => ({ name, dev, version: range.replace(/^[~^]/, '') })),
)

if (missing.length === 0) console.log('package-lock.json names every optional package.')
else if (values.check) {
  console.error(`package-lock.json lacks ${missing.map(({ name }) => name).join(', ')}.`)
  console.error('`npm ci` will refuse it on some machines. Run `npm run lock:complete` and commit.')
  process.exitCode = 1
} else {
  for (const { name, version, dev } of missing)
    lock.packages[`node_modules/${name}`] = {
      version,
      ...platformOf(name),
      ...(dev && { dev }),
      optional: true,
    }
  const { '': root = {}, ...others } = lock.packages
  const sorted = Object.entries(others).sort(([one], [two]) => one.localeCompare(two, 'en'))
  lock.packages = { '': root, ...Object.fromEntries(sorted) }
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`Added ${missing.length} packages of other platforms to package-lock.json.`)
}
