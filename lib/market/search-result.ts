/** One thing that was searched for, and where it is shown. */
export type SearchResult = {
  kind: 'position' | 'network' | 'operator' | 'address' | 'transaction' | 'order'
  /** address in the URL bar, of ours */
  href: string
  title: string
  /** what tells it from others of its name */
  detail: string
}
