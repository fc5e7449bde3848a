import { shortHex } from '@/lib/core/format'

/** What a group is called in a sentence: "Helium IOT", "operator 0x1234…abcd", "cell 8928308280fffff". */
export function groupName(group: string, names: Record<string, string>): string {
  const kind = group.slice(0, group.indexOf(':'))
  const name = (names[group] ?? group.slice(kind.length + 1))
    .split(' ')
    .map((word) => (word.startsWith('0x') ? shortHex(word) : word))
    .join(' ')
  return kind === 'network' || kind === 'category' ? name : `${kind} ${name}`
}
