/** First stop of the keyboard: past the navigation, to what the page is about. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded border border-signal bg-signal px-3 py-1.5 text-on-signal focus:translate-y-0"
    >
      Skip to content
    </a>
  )
}
