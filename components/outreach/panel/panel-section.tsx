import type { ReactNode } from 'react'

/** One kind of work, folded until it is wanted; the address names it, so that a menu leads straight to it. */
export function PanelSection({ id, title, open, children }: { id: string; title: string; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} name="panel" className="py-2">
      <summary className="cursor-pointer py-1 font-semibold">{title}</summary>
      {/* The browser unfolds what an address points into, not what it points at. */}
      <div id={id} className="scroll-mt-16 pt-2 pb-3">{children}</div>
    </details>
  )
}
