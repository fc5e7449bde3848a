/**
 * Where a device stands, as wide as the market filters by it. The region of a position is that of the H3 cell of
 * resolution 2 (about 87,000 km²) around its cell; near a border it may be the neighbour's.
 */
export const regions = ['africa', 'asia', 'europe', 'north-america', 'oceania', 'south-america'] as const
export type Region = (typeof regions)[number]

export const regionNames: Record<Region, string> = {
  africa: 'Africa',
  asia: 'Asia',
  europe: 'Europe',
  'north-america': 'North America',
  oceania: 'Oceania',
  'south-america': 'South America',
}
