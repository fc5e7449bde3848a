/** Added to a situation in the months of a move; the last of them earns a share. */
export const LEAVING = 64
export const IN_TRANSIT = 16
export const ARRIVING = 32
export const SCRAPPED = 255
