const sample = `POST /hotswap HTTP/1.1
content-type: application/json
webhook-id: 7d7c5f0e-…
webhook-timestamp: 1767268800
webhook-signature: v1,…

{"type":"position.sold","timestamp":"2026-01-01T12:00:00.000Z",
 "data":{"account":"0x…","positionId":12,"priceUsd":"84.2",
         "orderHash":"0x…","transactionHash":"0x…"}}`

const types = [
  ['position.price', 'listed at the price watched or below'],
  ['position.listed', 'listed'],
  ['position.offer', 'an offer was made'],
  ['position.sold', 'sold; data name the transaction'],
  ['position.silent', 'its device stopped reporting'],
  ['position.squeeze', 'its network lists fewer positions than are wanted'],
  ['hotswap.test', 'what “Send a test” sends'],
] as const

/** What an endpoint receives, and how it checks that it came from here. */
export function WebhookHelp() {
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer text-muted hover:text-ink">What an endpoint receives</summary>
      <div className="mt-3 grid max-w-prose gap-3">
        <pre className="figures border border-rule bg-sunken p-3 text-xs break-all whitespace-pre-wrap">
          {sample}
        </pre>
        <p>
          The signature is base64 of the HMAC-SHA256 of <code className="figures">id.timestamp.body</code>{' '}
          under the secret, decoded from base64 after <code className="figures">whsec_</code>. Any library of
          the{' '}
          <a href="https://www.standardwebhooks.com" rel="noreferrer" className="link">
            Standard Webhooks
          </a>{' '}
          specification checks it. Refuse timestamps more than five minutes off, and an id you have seen: a
          message that was not answered with 2xx comes again under the same id. 410 ends the endpoint.
        </p>
        <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.5">
          {types.map(([type, words]) => (
            <div key={type} className="col-span-2 grid grid-cols-subgrid">
              <dt className="figures">{type}</dt>
              <dd className="text-muted">{words}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  )
}
