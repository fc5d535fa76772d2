import type { ReactNode } from 'react'

/** The kit's texts are specimens, not product text: they stand here, in Danish only. */
export function KitSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-10" aria-label={title}>
      <h2 className="mb-4 border-b border-line pb-1">{title}</h2>
      <div className="flex flex-col gap-6">{children}</div>
    </section>
  )
}

export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <p className="eyebrow mb-1.5">{name}</p>
      {children}
    </div>
  )
}
