/**
 * True when the database refused because the session was ended while the request was under way (access.audit says so). That is
 * somebody signed out, not a fault.
 */
export function sessionEnded(error: unknown): boolean {
  return error instanceof Error && error.message.includes('The session has ended')
}
