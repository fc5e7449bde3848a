/** Header of a request for a page that stands alone, without the product's own head and foot. */
export const FRAMED = 'x-hotswap-framed'
