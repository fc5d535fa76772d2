import type { ReactNode } from 'react'

export type Description = { key: string; label: ReactNode; value: ReactNode }

/** Facts as label and value. A value that is not known should say so, not be left out. */
export function DescriptionList({ items }: { items: Description[] }) {
  return (
    <dl className="description-list">
      {items.map(({ key, label, value }) => <div key={key}><dt>{label}</dt><dd>{value}</dd></div>)}
    </dl>
  )
}
