import type { Address } from 'viem'
import { parseAccount, withChecksum } from '../address/parse-account'
import { getSession } from '../session/get-session'

/** Whose figures a page shows. All of it is public, so that any account can be named in the URL. */
export type AccountInView =
  | { kind: 'shown'; account: Address; checksummed: Address; isNamed: boolean; isSignedIn: boolean }
  | { kind: 'nobody' }
  | { kind: 'bad'; problem: string }

/** The account of `?account=`, else the signed-in one; a connected wallet adds itself to the URL in the browser. */
export async function accountInView(params: Record<string, unknown>): Promise<AccountInView> {
  const session = (await getSession())?.address
  const { account: named } = params
  const parsed = typeof named === 'string' && named !== '' ? parseAccount(named) : undefined
  if (parsed && 'problem' in parsed) return { kind: 'bad', problem: parsed.problem }
  const account = parsed?.account ?? session
  if (!account) return { kind: 'nobody' }
  return {
    kind: 'shown',
    account,
    checksummed: withChecksum(account),
    isNamed: parsed !== undefined,
    isSignedIn: account === session,
  }
}
