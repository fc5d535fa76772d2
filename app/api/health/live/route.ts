/** The event loop answers; nothing else. Never red for a database fault. */
export function GET() {
  return new Response('ok', { headers: { 'cache-control': 'no-store' } })
}
