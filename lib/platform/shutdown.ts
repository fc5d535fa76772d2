type Closer = () => Promise<void>
const state = globalThis as typeof globalThis & { indgangShutdown?: { stopping: boolean; closers: Closer[] } }
const shared = (state.indgangShutdown ??= { stopping: false, closers: [] })

export function stopping(): boolean {
  return shared.stopping
}

/** Closed in the order they were opened, last first. */
export function onShutdown(close: Closer): void {
  shared.closers.push(close)
}

/** Readiness turns red at once, work in hand is finished, then everything is closed. */
export async function shutdown(): Promise<void> {
  if (shared.stopping) return
  shared.stopping = true
  for (const close of shared.closers.reverse()) await close().catch(() => {})
}
