import { markSvg, ON_PAGE } from '@/lib/casework/progress/drawing'
import type { Rater } from '@/lib/casework/progress/rules'

/** The rater’s point as the curves draw it, before their name. */
export function RaterMark({ by, children }: { by: Rater; children: string }) {
  return <span className="inline-flex items-center gap-1.5"><span aria-hidden="true" className="flex-none" dangerouslySetInnerHTML={{ __html: markSvg(by, ON_PAGE) }} />{children}</span>
}
