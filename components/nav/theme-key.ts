/** Where the browser keeps the reader's choice of theme; absent means as the system says. */
export const THEME_KEY = 'theme'
