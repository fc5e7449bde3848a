import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

export type Browser = { path: string; from: 'CHROMIUM_PATH' | 'Playwright' | 'the system' }

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * A Chromium to test with: the one CHROMIUM_PATH names, Playwright's own, or the system's.
 * @throws Error when CHROMIUM_PATH names nothing that runs
 */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): Browser | undefined {
  const named = environment.CHROMIUM_PATH
  if (named) {
    if (isExecutable(named)) return { path: named, from: 'CHROMIUM_PATH' }
    throw new Error(`CHROMIUM_PATH names ${named}, which cannot be run.`)
  }
  const own = chromium.executablePath()
  if (own && existsSync(own)) return { path: own, from: 'Playwright' }
  const folders = (environment.PATH ?? '').split(delimiter)
  const candidates = [
    ...commands.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...applications,
  ]
  const found = candidates.find(isExecutable)
  return found ? { path: found, from: 'the system' } : undefined
}
