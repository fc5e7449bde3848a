/** least distance of two names, in percent of a figure's height: two lines of text */
const APART = 12

/**
 * Where each line's name stands beside a figure, in percent of its height from below: at the line's last point, pushed
 * down where names would meet, and up again where that leads below the axis. Highest first.
 */
export function namesAtEnds(
  lines: readonly { name: string; end: number | undefined }[],
): { name: string; index: number; at: number }[] {
  const ends = lines
    .flatMap(({ name, end }, index) =>
      end === undefined ? [] : [{ name, index, at: Math.min(100, Math.max(0, end)) }],
    )
    .sort((a, b) => b.at - a.at)
  for (let k = 1; k < ends.length; k++) ends[k]!.at = Math.min(ends[k]!.at, ends[k - 1]!.at - APART)
  for (let k = ends.length - 1, floor = 0; k >= 0; k--, floor += APART)
    ends[k]!.at = Math.max(ends[k]!.at, floor)
  return ends
}
