import katex from 'katex'

/** A long formula scrolls on a phone, by the keyboard too. */
const scrolling = { role: 'group', 'aria-label': 'formula', tabIndex: 0 }

/** A formula of its own line, set on the server, with its MathML for a screen reader. Long ones break at relations. */
export function Formula({ tex }: { tex: string }) {
  const html = katex.renderToString(`\\displaystyle ${tex}`, { output: 'htmlAndMathml', strict: 'error' })
  return (
    <div
      {...scrolling}
      className="my-4 overflow-x-auto overflow-y-hidden py-1 leading-10"
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}

/** A symbol within a sentence. */
export function Symbols({ tex }: { tex: string }) {
  const html = katex.renderToString(tex, { output: 'htmlAndMathml', strict: 'error' })
  return <span dangerouslySetInnerHTML={{ __html: html }} />
}
