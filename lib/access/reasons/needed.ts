/**
 * The person somebody tried to open whom a colleague is responsible for, when the log refused because no reason was given today (access.audit
 * says so). Null for any other error.
 */
export function personToReasonFor(error: unknown): string | null {
  return error instanceof Error ? (/A reason is needed to open ([0-9a-f-]{36})/.exec(error.message)?.[1] ?? null) : null
}
