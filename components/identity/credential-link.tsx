/** A position's attestation as a file that anyone can check. */
export function CredentialLink({ positionId }: { positionId: number }) {
  return (
    <a
      href={`/api/v1/positions/${positionId}/credential`}
      download={`position-${positionId}.vc.json`}
      className="link"
      title="A W3C verifiable credential; npm run credential:check -- FILE checks it"
    >
      Download
    </a>
  )
}
