import type { Figure } from './figure'

/** Every figure of docs/figures.md. Loaded when asked for: some need the environment to be set first. */
export const figures: Record<string, () => Promise<Figure>> = {
  'run-adds-up': async () => (await import('./run-adds-up')).default,
  'import-fuzz': async () => (await import('./import-fuzz')).default,
  'import-rows': async () => (await import('./import-rows')).default,
  'due-page': async () => (await import('./due-page')).default,
  'casework-actions': async () => (await import('./casework-actions')).default,
  'caseload-page': async () => (await import('./caseload-page')).default,
  'page-bytes': async () => (await import('./page-bytes')).default,
  actions: async () => (await import('./actions')).default,
  'demo-start': async () => (await import('./demo-start')).default,
  revoke: async () => (await import('./revoke')).default,
  tamper: async () => (await import('./tamper')).default,
  suspicious: async () => (await import('./suspicious')).default,
  'letters-speed': async () => (await import('./letters-speed')).default,
  'letters-scale': async () => (await import('./letters-scale')).default,
  'letters-kill': async () => (await import('./letters-kill')).default,
  'cross-scope': async () => (await import('./cross-scope')).default,
  canaries: async () => (await import('./canaries')).default,
  'audit-complete': async () => (await import('./audit-complete')).default,
  'access-mutants': async () => (await import('./access-mutants')).default,
  'access-matrix': async () => (await import('./access-matrix')).default,
  'reports-readable': async () => (await import('./reports-readable')).default,
  'submit-once': async () => (await import('./submit-once')).default,
  wire: async () => (await import('./wire')).default,
  'log-clean': async () => (await import('./log-clean')).default,
}
