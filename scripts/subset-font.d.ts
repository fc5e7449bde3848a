declare module 'subset-font' {
  /** Cuts a font to some characters; HarfBuzz's subsetter. */
  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options: {
      targetFormat: 'woff2'
      /** OpenType tags; all without it */
      keepFeatures?: readonly string[]
      variationAxes?: Record<string, { min: number; max: number; default: number }>
    },
  ): Promise<Uint8Array>
}
