import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Faces of Geist as the share image embeds them: the files of the package, so that none is fetched. */
const faces = [
  { name: 'Geist', weight: 400, file: 'geist-sans/Geist-Regular.ttf' },
  { name: 'Geist', weight: 500, file: 'geist-sans/Geist-Medium.ttf' },
  { name: 'Geist Mono', weight: 400, file: 'geist-mono/GeistMono-Regular.ttf' },
] as const

let kept: ReturnType<typeof read> | undefined

/** Read once a process. */
export function shareFonts(): ReturnType<typeof read> {
  kept ??= read()
  return kept
}

function read() {
  return Promise.all(
    faces.map(async ({ name, weight, file }) => ({
      name,
      weight,
      style: 'normal' as const,
      data: await readFile(join(process.cwd(), 'node_modules/geist/dist/fonts', file)),
    })),
  )
}
