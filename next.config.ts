import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withIntl = createNextIntlPlugin('./lib/platform/i18n/request.ts')

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native or worker-based packages that must not be bundled.
  serverExternalPackages: ['@myriaddreamin/typst-ts-node-compiler', '@node-rs/argon2', 'pg', 'pg-boss', 'pino', 'echarts', 'pdfjs-dist', 'highs'],
  // Types are a step of their own in `npm test`; checked again here they would cost every build and every first start of the demo half a minute.
  typescript: { ignoreBuildErrors: true },
  // An import file may be 25 MB; the proxy would cut the body off at 10.
  experimental: { serverActions: { bodySizeLimit: '26mb' }, proxyClientMaxBodySize: '26mb' },
}

export default withIntl(config)
