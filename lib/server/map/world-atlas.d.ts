/* The files are large: told what they are, the compiler need not work it out from each number in them. */

declare module 'world-atlas/countries-110m.json' {
  const topology: import('./atlas').CountriesTopology
  export default topology
}

declare module 'world-atlas/countries-50m.json' {
  const topology: import('./atlas').CountriesTopology
  export default topology
}
