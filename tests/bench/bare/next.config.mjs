import { fileURLToPath } from 'node:url'

/** The least a page can be that shows the same rows: what the product's pages are measured against. */
export default { turbopack: { root: fileURLToPath(new URL('../../..', import.meta.url)) }, serverExternalPackages: ['pg'], typescript: { ignoreBuildErrors: true } }
