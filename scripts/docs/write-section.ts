import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Replaces the part of a document between `<!-- name:start -->` and `<!-- name:end -->`, or appends it when the
 * document has none, so that several commands can each keep their own part of one page.
 */
export function writeSection(file: string, name: string, lines: readonly string[]): void {
  writeFileSync(file, replaceSection(existsSync(file) ? readFileSync(file, 'utf8') : '', name, lines))
}

/** The text `writeSection` writes. */
export function replaceSection(text: string, name: string, lines: readonly string[]): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const section = `${start}\n${lines.join('\n')}\n${end}`
  const from = text.indexOf(start)
  const to = text.indexOf(end, from)
  if (from !== -1 && to !== -1) return text.slice(0, from) + section + text.slice(to + end.length)
  return `${text.trimEnd()}${text.trim() === '' ? '' : '\n\n'}${section}\n`
}
