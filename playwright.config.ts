import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/browser/find-browser'

/**
 * The browser tests. Global setup finds a browser and starts the whole product, by the code of `npm start`, on a data
 * folder of its own and any free ports; nothing outside this machine is reached.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './e2e/support/global-setup.ts',
  // one product, one chain: tests keep apart by accounts of their own, and run one after another on two cores
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    launchOptions: {
      // read anew by each test process, so that one that global setup installed is found
      executablePath: findBrowser()?.path,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        // whatever is not this machine does not exist
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ],
    },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
