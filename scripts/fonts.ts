import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { projectRoot } from './product/paths'

/*
 * Cuts Geist to what nearly every page is written with: app/fonts/*.woff2. Other characters come from the whole font,
 * which a browser fetches only where one of them stands.
 *   npm run fonts
 */

const geist = join(projectRoot, 'node_modules', 'geist')
const target = join(projectRoot, 'app', 'fonts')

const fonts = {
  'geist-sans.woff2': 'geist-sans/Geist-Variable.ttf',
  'geist-mono.woff2': 'geist-mono/GeistMono-Variable.ttf',
}

/** Western Europe's letters, punctuation and spaces, raised and lowered digits, arrows, signs of mathematics, marks. */
const characters =
  between(0x20, 0x7e) +
  between(0xa0, 0xff) +
  between(0x2010, 0x2044) +
  between(0x2070, 0x209c) +
  between(0x2190, 0x2199) +
  between(0x2200, 0x2265) +
  between(0x25b2, 0x25cf) +
  '€™'

/** What our style asks of them, and what every text needs. */
const features = ['calt', 'ccmp', 'frac', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rvrn', 'tnum', 'zero']

for (const [name, source] of Object.entries(fonts)) {
  const whole = await readFile(join(geist, 'dist', 'fonts', source))
  const part = await subsetFont(whole, characters, {
    targetFormat: 'woff2',
    keepFeatures: features,
    // the weights of the design: regular and medium
    variationAxes: { wght: { min: 400, max: 500, default: 400 } },
  })
  await writeFile(join(target, name), part)
  console.log(`app/fonts/${name} ${part.length} bytes`)
}
await copyFile(join(geist, 'LICENSE.txt'), join(target, 'LICENSE.txt'))

function between(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index))
}
