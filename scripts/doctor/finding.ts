/** What a check found. `mend` says what to do; a warning lets the product run. */
export type Finding = { name: string; state: 'good' | 'warning' | 'bad'; text: string; mend?: string }

export const good = (name: string, text: string): Finding => ({ name, state: 'good', text })
export const warning = (name: string, text: string, mend: string): Finding => ({
  name,
  state: 'warning',
  text,
  mend,
})
export const bad = (name: string, text: string, mend: string): Finding => ({ name, state: 'bad', text, mend })
