import type { ReactNode } from 'react'

/** Read aloud, not drawn. */
export function VisuallyHidden({ children, id }: { children: ReactNode; id?: string }) {
  return <span id={id} className="sr-only">{children}</span>
}
