import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/* What the documents lead to is there, and what they are to name is named. */

const markdown = (folder: string) =>
  readdirSync(folder).flatMap((name) => (name.endsWith('.md') ? [`${folder}/${name}`] : []))
const guides = ['README.md', ...markdown('docs'), ...markdown('docs/decisions')]
const text = new Map(guides.map((file) => [file, readFileSync(file, 'utf8')]))
const readme = text.get('README.md') ?? ''

test.each(guides)('%s leads to files that are there', (file) => {
  const links = [...(text.get(file) ?? '').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
  for (const [, to = ''] of links) expect(existsSync(join(dirname(file), to)), to).toBe(true)
  const named = [
    ...(text.get(file) ?? '').matchAll(
      /`((?:app|components|contracts|db|docs|e2e|lib|scripts|test)\/[\w./[\]-]*)`/g,
    ),
  ]
  // a module may be named without its ending
  for (const [, to = ''] of named) expect(existsSync(to) || existsSync(`${to}.ts`), to).toBe(true)
})

test('the table of the theory names pages that are there', () => {
  const cells = (text.get('docs/theory.md') ?? '').split('\n').flatMap((row) => row.split('|')[3] ?? [])
  const pages = cells.flatMap((cell) => [...cell.matchAll(/`(\/[^`]*)`/g)].map(([, path]) => path))
  expect(pages.length).toBeGreaterThan(20)
  for (const path of pages) expect(existsSync(`app${path === '/' ? '' : path}/page.tsx`), path).toBe(true)
})

test('the README names every command and every setting', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const benches = /^\| `npm run bench:gas`.*$/m.exec(readme)?.[0] ?? ''
  for (const name of Object.keys(scripts)) {
    const [group, rest] = name.split(':')
    const isNamed = new RegExp(`npm (run )?(-s )?${name}(?![\\w:])`).test(readme)
    expect(isNamed || (group === 'bench' && benches.includes(`:${rest}\``)), name).toBe(true)
  }
  const settings = readFileSync('scripts/product/settings.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)
  for (const [, name = ''] of settings) expect(readme).toContain(`\`${name}\``)
})
