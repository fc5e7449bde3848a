import type { Metadata } from 'next'
import { RegisterAside } from '@/components/register/register-aside'
import { RegisterForm } from '@/components/register/register-form'
import { RegistrationProgress } from '@/components/register/registration-progress'
import { LinkButton, PageTitle } from '@/components/ui'
import { readRegisterPage } from '@/lib/server/registrations/read-register-page'

export const metadata: Metadata = { title: 'Register a device' }

export default async function RegisterPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const page = await readRegisterPage(await searchParams)
  return (
    <>
      <PageTitle
        title="Register a device"
        action={<LinkButton href="/register/many">Register many</LinkButton>}
      >
        A device that proves itself with its own key becomes a position: one token that owns its network
        rights and rewards, and can be valued, listed and sold while the device keeps running.
      </PageTitle>
      <div className="grid gap-x-16 gap-y-8 pb-16 lg:grid-cols-[minmax(0,44rem)_minmax(0,20rem)]">
        {page.registration ? (
          <RegistrationProgress
            registration={page.registration}
            device={page.device}
            isLocal={page.isLocal}
            origin={page.origin}
          />
        ) : (
          <RegisterForm networks={page.networks} isLocal={page.isLocal} />
        )}
        <RegisterAside />
      </div>
    </>
  )
}
