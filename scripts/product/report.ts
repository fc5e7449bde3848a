import { styleText } from 'node:util'

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 9_950 ? 1 : 0)} s`
}

// a terminal that has gone must not take the clean end with it
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

const colour = process.stdout.isTTY && !process.env.NO_COLOR
const paint = (format: Parameters<typeof styleText>[0], text: string) =>
  colour ? styleText(format, text) : text

/** What a start says: a line a step with its time, notes under them, then one URL. */
export function createReport() {
  const began = Date.now()
  let pending = false
  const write = (text: string) => {
    process.stdout.write(`${pending ? '\r\x1b[2K' : ''}${text}\n`)
    pending = false
  }
  return {
    /** on a terminal, the name of the step that is under way */
    begin: (name: string) => {
      if (!process.stdout.isTTY) return
      process.stdout.write(`  ${name.padEnd(11)} ${paint('dim', '…')}`)
      pending = true
    },
    title: (text: string) => write(`\n  ${paint('bold', text)}\n`),
    line: (name: string, outcome: string, milliseconds: number) =>
      write(`  ${name.padEnd(11)} ${outcome.padEnd(56)} ${paint('dim', seconds(milliseconds).padStart(7))}`),
    note: (text: string) => write(`  ${''.padEnd(11)} ${paint('dim', text)}`),
    ready: (url: string) =>
      write(
        `\n  ${paint(['bold', 'yellow'], url)}    ${paint('dim', `ready in ${seconds(Date.now() - began)}; Ctrl-C stops everything`)}\n`,
      ),
    say: (text: string) => write(`\n  ${text}`),
    problem: (text: string) => write(`\n  ${paint('red', '✖')} ${text.replaceAll('\n', '\n    ')}\n`),
  }
}

export type Report = ReturnType<typeof createReport>
