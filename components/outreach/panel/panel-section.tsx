import type { ReactNode } from 'react'

/** One kind of work, folded until it is wanted; the address names it, so that a menu leads straight to it. */
export function PanelSection({ id, title, open, children }: { id: string; title: string; open?: boolean; children: ReactNode }) {
  return (
    <details id={id} open={open} name="panel" className="py-2">
      <summary className="cursor-pointer py-1 font-semibold">{title}</summary>
      <div className="pt-2 pb-3">{children}</div>
    </details>
  )
}
