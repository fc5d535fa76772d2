import type { Choice } from '@/components/ui/radio-group'
import type { Option } from '@/components/ui/select'
import type { Day } from '@/lib/platform/day'

type Common = { name: string; label: string; help?: string; optional?: boolean }

/** A form as data: the server says what is asked and in which words, one client component draws it. */
export type FieldSpec =
  | (Common & { type: 'text'; value?: string; input?: 'text' | 'tel' | 'email'; width?: 'full' | 'half' | 'short' | 'tiny'; numeric?: boolean })
  | (Common & { type: 'area'; value?: string; max: number })
  /** `near`: the month and the year it most likely lies in, so that the day alone is typed. */
  | (Common & { type: 'date'; value: Day | null; near?: Day })
  /** A time of day, '14:30'. */
  | (Common & { type: 'time'; value?: string })
  | (Common & { type: 'tick'; checked: boolean })
  | (Common & { type: 'ticks'; options: Choice[]; values: string[]; /** What is asked more of a choice that is ticked, by its value. */ more?: Record<string, FieldSpec> })
  /** Any number of places in a grid: each is sent as 'row-column'. */
  | (Common & { type: 'grid'; rows: Option[]; columns: Option[]; values: string[] })
  | (Common & { type: 'radio'; options: Choice[]; value?: string })
  | (Common & { type: 'select'; options: Option[]; value?: string; placeholder?: string })
  /** `accept` as the browser's: ".pdf". */
  | (Common & { type: 'file'; accept: string })
  | { type: 'row'; name: string; fields: FieldSpec[] }
