import { stripVTControlCharacters } from 'node:util'

const TELLING = /\bFAIL(ED|:)?\b|^\s*[✘✖×]|Error\b|^\s*\d+\) \[|Assertion|expected|received/i
const LINES = 30
const WIDTH = 240

/** The lines of a failed suite's output that tell what failed: names of tests and their errors, the first of each. */
export function complaintsOf(output: string): string[] {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => TELLING.test(line) && !/^\s*[✓✔]/.test(line))
    .map((line) => line.trimEnd().slice(0, WIDTH))
  return [...new Set(lines)].slice(0, LINES)
}
