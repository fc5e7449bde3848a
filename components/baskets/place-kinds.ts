/** Kinds of places that a basket's dollars stand in, and what a table calls them. */
export const placeKinds = [
  ['network', 'Network'],
  ['category', 'Category'],
  ['operator', 'Operator'],
  ['cell', 'Cell'],
  ['site', 'Site'],
] as const
