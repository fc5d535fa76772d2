/** Once per process, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { start } = await import('./lib/platform/start')
  await start()
  const { startInlineJobs } = await import('./lib/jobs/start')
  await startInlineJobs()
}
