import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { type ReactNode, Suspense } from 'react'
import { Footer } from '@/components/nav/footer'
import { Header } from '@/components/nav/header'
import { NoScriptStyle } from '@/components/nav/no-script-style'
import { SkipLink } from '@/components/nav/skip-link'
import { ThemeScript } from '@/components/nav/theme-script'
import { WalletButton } from '@/components/wallet/wallet-button'
import { Bell } from '@/components/watch/bell'
import { readHead } from '@/lib/server/chain/read-head'
import { FRAMED } from '@/lib/server/http/framed'
import { readerStyle } from '@/lib/server/locale/reader-style'
import { getSession } from '@/lib/server/session/get-session'
import { readUnread } from '@/lib/server/watches/read-unread'
import { fontNames } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Hotswap', template: '%s · Hotswap' },
  description:
    'The liquidity layer for physical infrastructure networks: devices become positions that can be valued, listed, bought and traced.',
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f5f2' },
    { media: '(prefers-color-scheme: dark)', color: '#131416' },
  ],
}

/** Every page shows the database as it is now. */
export const dynamic = 'force-dynamic'

export default async function RootLayout({ children }: { children: ReactNode }) {
  const isFramed = (await headers()).has(FRAMED)
  const session = await getSession()
  const style = readerStyle()
  return (
    <html
      lang="en"
      data-locale={style?.locale}
      data-figures={style && JSON.stringify(style)}
      className={fontNames}
      suppressHydrationWarning
    >
      <head>
        <ThemeScript />
        <NoScriptStyle />
      </head>
      {isFramed ? (
        <body>
          <main id="content">{children}</main>
        </body>
      ) : (
        <body className="flex min-h-dvh flex-col">
          <SkipLink />
          <Header
            signedIn={session !== undefined}
            wallet={<WalletButton />}
            bell={
              session && (
                <Suspense fallback={<Bell unread={0} />}>
                  <Unread account={session.address} />
                </Suspense>
              )
            }
          />
          <main id="content" tabIndex={-1} className="page-width min-h-dvh flex-1 outline-none print:min-h-0">
            {children}
          </main>
          <Suspense fallback={<Footer head={undefined} />}>
            <ChainFooter />
          </Suspense>
        </body>
      )}
    </html>
  )
}

async function ChainFooter() {
  return <Footer head={await readHead()} />
}

async function Unread({ account }: { account: `0x${string}` }) {
  return <Bell unread={await readUnread(account)} />
}
