/* What the keys and ids of cursors may look like, so that the database can read every one that passes. */

/** A whole number that fits a bigint column. */
export const isInteger = (text: string) => /^\d{1,15}$/.test(text)

/** A token amount. */
export const isAmount = (text: string) => /^\d{1,78}$/.test(text)

export const isSlug = (text: string) => /^[a-z0-9][a-z0-9-]{0,30}$/.test(text)

export const isHash = (text: string) => /^0x[0-9a-f]{64}$/.test(text)
