/**
 * Parts of a page that arrive after its frame wait in hidden elements at the body's end until a script puts them in
 * their place. Without scripts they are shown where they wait, before the footer, and the placeholders are not. The
 * layer is Tailwind's first: of important rules the first layer wins, and its base hides what is hidden.
 */
const style = `
  @layer theme {
    body > div[hidden][id^="S:"] { display: block !important; padding-inline: 1.5rem; }
    body > div[hidden][id^="S:"]:has(footer) { display: none !important; }
  }
  body > main { flex: none !important; }
  body > footer { order: 1; }
  [role="status"], .skeleton, [data-waiting], [data-watch] { display: none; }
`

export function NoScriptStyle() {
  return (
    <noscript>
      <style>{style}</style>
    </noscript>
  )
}
