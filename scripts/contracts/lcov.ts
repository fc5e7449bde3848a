/** What an lcov record says of one source file. */
export type FileCoverage = {
  file: string
  lines: { found: number; hit: number }
  branches: { found: number; hit: number }
  functions: { found: number; hit: number }
  /** line numbers never run, and line numbers with a branch never taken */
  missed: { lines: number[]; branches: number[] }
}

/** Reads an lcov tracefile (the format of `geninfo`), one entry a source file. */
export function parseLcov(text: string): FileCoverage[] {
  return text
    .split('end_of_record')
    .filter((record) => record.includes('SF:'))
    .map((record) => {
      const lines = record.split('\n').map((line) => line.trim())
      const values = (tag: string) =>
        lines
          .filter((line) => line.startsWith(`${tag}:`))
          .map((line) => line.slice(tag.length + 1).split(','))
      const number = (tag: string) => Number(values(tag)[0]?.[0] ?? 0)
      return {
        file: values('SF')[0]?.[0] ?? '',
        lines: { found: number('LF'), hit: number('LH') },
        branches: { found: number('BRF'), hit: number('BRH') },
        functions: { found: number('FNF'), hit: number('FNH') },
        missed: {
          lines: values('DA')
            .filter(([, count]) => count === '0')
            .map(([line]) => Number(line)),
          branches: values('BRDA')
            .filter((branch) => branch[3] === '0' || branch[3] === '-')
            .map(([line]) => Number(line)),
        },
      }
    })
}
