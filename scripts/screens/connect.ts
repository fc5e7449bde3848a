import type { Browser } from '@playwright/test'
import type { Persona } from './shots'

/** Connects a demo wallet, as a person would. @returns what a browser then remembers */
export async function connect(browser: Browser, url: string, persona: Persona) {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(`${url}/register`)
    await page.getByRole('button', { name: 'Connect wallet' }).click()
    await page.getByRole('dialog').getByRole('button', { name: persona }).click()
    await page.getByRole('button', { name: /^Account 0x/ }).waitFor()
    return await context.storageState()
  } finally {
    await context.close()
  }
}
