import { getTranslations } from 'next-intl/server'
import { pageNames } from '@/lib/audit/pages'

/** What the page of a row of the log is called; null of what came from none: what a job did, and what is older than this. */
export async function pageNamer(): Promise<(route: string | null) => string | null> {
  const t = await getTranslations()
  return (route) => (route && pageNames[route] ? t(pageNames[route]) : null)
}
