import { useFormatter } from 'next-intl'

/** How far something is. The text beside it says it in numbers; pass `max` 0 for something whose size is not known yet. */
export function ProgressBar({ label, value, max, unit }: { label: string; value: number; max: number; unit?: string }) {
  const format = useFormatter()
  return (
    <div className="max-w-xl">
      <div className="flex justify-between gap-4 text-sm">
        <span aria-hidden="true">{label}</span>
        {max > 0 && <span className="tabular text-muted">{format.number(value)} / {format.number(max)}{unit && ` ${unit}`}</span>}
      </div>
      <progress className="progress" aria-label={label} max={max > 0 ? max : undefined} value={max > 0 ? value : undefined} />
    </div>
  )
}
