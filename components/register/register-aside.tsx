import type { ReactNode } from 'react'

/** What registering means, beside the form: what becomes public, what stays, what it costs. */
export function RegisterAside() {
  return (
    <div className="grid content-start gap-6 self-start text-sm lg:sticky lg:top-18">
      <Part title="Becomes public, for ever">
        <li>the device’s public key, and that it signed</li>
        <li>network, hardware model, the metadata you write</li>
        <li>the H3 cell of about 250 km², where place matters</li>
        <li>your account as first owner, and every later one</li>
      </Part>
      <Part title="Stays with you">
        <li>the device’s private key</li>
        <li>the exact place</li>
        <li>your name, unless you write it</li>
      </Part>
      <Part title="What it takes">
        <li>one signature of the device</li>
        <li>one transaction of your wallet: gas, no fee of ours</li>
        <li>one device key gives one position, once and for all</li>
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1.5 font-medium">{title}</h2>
      <ul className="grid gap-1 text-muted [&>li]:border-t [&>li]:border-rule [&>li]:pt-1">{children}</ul>
    </section>
  )
}
