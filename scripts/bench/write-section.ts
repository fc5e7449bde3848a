import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const file = 'docs/benchmarks.md'

/** Replaces what stands between `<!-- name:start -->` and `<!-- name:end -->` in docs/benchmarks.md, or appends it. */
export function writeSection(name: string, text: string): void {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '# Benchmarks\n'
  const section = `${start}\n${text.trim()}\n${end}`
  const from = before.indexOf(start)
  const to = before.indexOf(end)
  writeFileSync(
    file,
    from >= 0 && to > from
      ? before.slice(0, from) + section + before.slice(to + end.length)
      : `${before.trimEnd()}\n\n${section}\n`,
  )
}
