/** Public authorities answer here with their accessibility statement (Digitaliseringsstyrelsen's rule); ours stands on our own page. */
export function GET() {
  return new Response(null, { status: 302, headers: { location: '/tilgaengelighed' } })
}
