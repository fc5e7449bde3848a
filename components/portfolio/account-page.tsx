import type { ReactNode } from 'react'
import { Address, ErrorNote, LinkButton, PageTitle } from '@/components/ui'
import { AccountGate } from './account-gate'

type HexText = `0x${string}`

/** Whose figures a page shows; anyone's are public. */
export type ShownAccount = {
  kind: 'shown'
  account: HexText
  checksummed: HexText
  isNamed: boolean
  isSignedIn: boolean
}

/** A page of one account: its head, what ties it to the wallet, and what is said where the address names none. */
export function AccountPage({
  view,
  path,
  title,
  above,
  action,
  heading,
  otherwise,
  what,
  unread,
  children,
}: {
  view: ShownAccount | { kind: 'nobody' } | { kind: 'bad'; problem: string }
  /** address of the page without its account */
  path: string
  title: string
  above?: ReactNode
  action?: (shown: ShownAccount) => ReactNode
  /** the sentence below the title, around the account’s address */
  heading: (address: ReactNode) => ReactNode
  /** the same while it shows nobody’s */
  otherwise: string
  /** what there is to see: “What you own” */
  what: string
  /** what was not done where the address names no account: “No devices were read.” */
  unread: string
  children: (shown: ShownAccount) => ReactNode
}) {
  const shown = view.kind === 'shown' ? view : undefined
  return (
    <>
      <PageTitle title={title} above={above} action={shown && action?.(shown)}>
        {shown
          ? heading(<Address value={shown.checksummed} href={`/address/${shown.checksummed}`} />)
          : otherwise}
      </PageTitle>
      {view.kind === 'bad' ? (
        <ErrorNote error={{ message: view.problem }} action={<LinkButton href={path}>Your own</LinkButton>}>
          {unread}
        </ErrorNote>
      ) : (
        <div className="space-y-6">
          <AccountGate path={path} shown={shown?.account} isNamed={shown?.isNamed ?? false} what={what} />
          {shown && children(shown)}
        </div>
      )}
    </>
  )
}
