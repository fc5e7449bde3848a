import { type BrowserContext, test as base, type Page } from '@playwright/test'
import type { Hex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { createContractWallet } from '@/test/contract-wallet'
import { createLocalChain, type LocalChain } from './chain'
import { addInjectedWallet, type InjectedWallet } from './injected-wallet'
import { createProblems, type Problems } from './problems'
import { readProduct } from './product'
import { createSeller, type Seller } from './seller'
import { contractWallet } from './wallet-behaviour'

/** A person with a browser of their own and a wallet in it, funded on the local chain. */
export type Person = { page: Page; wallet: InjectedWallet; privateKey: Hex }

export type PersonOptions = {
  /** a contract they own is their wallet; `cannotSign`: and it signs no typed data */
  contractWallet?: boolean | { cannotSign: boolean }
  /** their wallet makes calls in one step (EIP-5792, through EIP-7702) */
  canBundle?: boolean
  /** neither ether nor dollars */
  isPoor?: boolean
}

type Fixtures = {
  /** what the browsers met; any that a test does not allow fails it */
  problems: Problems
  /** the chain behind the product, read and written past our pages */
  chain: LocalChain
  /** another person, with a fresh account */
  newPerson: (options?: PersonOptions) => Promise<Person>
  /** someone who sells past our pages */
  seller: Seller
  /** another browser without a wallet extension */
  newBrowser: () => Promise<Page>
}

/**
 * Playwright's test on our product, with people in it: a console error, one nobody caught or a failed request in any of
 * their browsers fails it.
 */
export const test = base.extend<Fixtures>({
  baseURL: async ({ baseURL }, use) => use(baseURL ?? readProduct().url),

  problems: [
    // Playwright reads which fixtures a fixture needs from the pattern, an empty one too
    async ({}, use) => {
      const problems = createProblems()
      await use(problems)
      test.expect(problems.found(), 'problems the browsers met').toEqual([])
    },
    { auto: true },
  ],

  context: async ({ context, problems }, use) => {
    problems.watch(context)
    await use(context)
  },

  chain: async ({ baseURL }, use) => use(await createLocalChain(originOf(baseURL))),

  newBrowser: async ({ browser, problems }, use) => {
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext()
      problems.watch(context)
      contexts.push(context)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },

  newPerson: async ({ baseURL, chain, newBrowser }, use) => {
    await use(async ({ contractWallet: asContract, canBundle, isPoor } = {}) => {
      const page = await newBrowser()
      const privateKey = generatePrivateKey()
      const account = privateKeyToAccount(privateKey)
      if (!isPoor) await chain.fund(account.address)
      const contract = asContract && (await createContractWallet(chain.client, account))
      if (contract) await chain.giveDollars(contract.address)
      const wallet = await addInjectedWallet(page.context(), {
        account,
        origin: originOf(baseURL),
        ...(contract && {
          behaviour: contractWallet(account, contract, typeof asContract === 'object' ? asContract : {}),
        }),
        ...(canBundle && { batchExecutor: await chain.deployBatchExecutor() }),
      })
      return { page, wallet, privateKey }
    })
  },

  seller: async ({ baseURL, chain }, use) => use(await createSeller(chain, originOf(baseURL))),
})

export const { expect } = test

function originOf(baseURL: string | undefined): string {
  if (!baseURL) throw new Error('The configuration gives no baseURL.')
  return baseURL
}
