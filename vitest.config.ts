import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const integration = ['**/*.integration.test.{ts,tsx}']
// these start the whole product and need its build; `npm test` runs them after it
const product = ['**/*.product.test.ts']
const excluded = ['node_modules/**', '.next*/**', '.data/**', 'contracts/**', 'e2e/**']

/* more draws than usual want more time */
const patience = process.env.FC_RUNS ? 30 : 1

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    // order within a file is the written one; the seed is for what a test draws itself
    sequence: { seed: 31_337, shuffle: false },
    setupFiles: ['test/setup.ts'],
    maxWorkers: 2,
    silent: 'passed-only',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...excluded, ...integration, ...product],
          sequence: { groupOrder: 0 },
          testTimeout: 20_000 * patience,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: integration,
          exclude: excluded,
          globalSetup: ['test/global-setup.ts'],
          pool: 'forks',
          testTimeout: 60_000 * patience,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'product',
          include: product,
          exclude: excluded,
          pool: 'forks',
          testTimeout: 900_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
