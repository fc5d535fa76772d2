import type { ReactNode } from 'react'

type Props = { title: ReactNode; lead?: ReactNode; actions?: ReactNode; tags?: ReactNode; above?: ReactNode }

/** The top of a page: the way here, its one h1, a sentence, and what can be done. */
export function PageHeading({ title, lead, actions, tags, above }: Props) {
  return (
    <header className="mb-5">
      {above && <div className="mb-2">{above}</div>}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1"><h1 tabIndex={-1}>{title}</h1>{tags}</div>
          {lead && <p className="mt-1 max-w-text text-muted">{lead}</p>}
        </div>
        {actions && <div className="form-actions">{actions}</div>}
      </div>
    </header>
  )
}
