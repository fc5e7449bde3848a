import localFont from 'next/font/local'

/*
 * Two files of 15 to 20 kB that every page loads ahead, made by `npm run fonts`, and behind each the whole font for
 * letters that few pages have: a browser fetches it where one stands.
 */

const geistSans = localFont({
  src: './geist-sans.woff2',
  variable: '--font-geist-sans',
  weight: '400 500',
  adjustFontFallback: false,
})

const geistSansRest = localFont({
  src: '../../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-geist-sans-rest',
  weight: '400 500',
  preload: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+100-24F, U+259, U+2B9-338, U+39B, U+3A9, U+3BB-3BC, U+3C0, U+3C9, U+400-4FF, U+E3F, U+1E00-1EFF, U+20A0-20AB, U+20AD-20C0, U+2116-2117, U+2150-215F, U+219D-21FF, U+2460-24FF, U+2776-277E',
    },
  ],
})

const geistMono = localFont({
  src: './geist-mono.woff2',
  variable: '--font-geist-mono',
  weight: '400 500',
  adjustFontFallback: false,
})

const geistMonoRest = localFont({
  src: '../../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono-rest',
  weight: '400 500',
  adjustFontFallback: false,
  preload: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+100-24F, U+259, U+2B9-338, U+39B, U+3A9, U+3BB-3BC, U+3C0, U+400-4FF, U+E3F, U+1E00-1EFF, U+20A0-20AB, U+20AD-20C0, U+2116-2117, U+2150-215F, U+219D-21FF, U+2326-259F, U+2776-277E',
    },
  ],
})

/** Classes for <html> that name the families in custom properties. */
export const fontNames = [geistSans, geistSansRest, geistMono, geistMonoRest]
  .map(({ variable }) => variable)
  .join(' ')
