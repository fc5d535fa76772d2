/** A file to one reader: kept by no cache on the way, run by no browser, and named by number only. */
export function fileResponse({ bytes, mime, name }: { bytes: Uint8Array; mime: string; name: string }, disposition: 'inline' | 'attachment' = 'inline'): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mime,
      'content-disposition': `${disposition}; filename="${name.replace(/[^\w.-]/g, '_')}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
