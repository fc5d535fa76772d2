import { readiness } from '@/lib/platform/health'

export async function GET() {
  const ready = await readiness()
  return new Response(ready ? 'ok' : 'not ready', { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store', ...(ready ? {} : { 'retry-after': '5' }) } })
}
