import { useTranslations } from 'next-intl'
import type { Day } from '@/lib/platform/day'
import { FieldGroup, type FieldProps } from './field'
import { describedBy, fieldErrors, fieldId, fieldValue } from './form-state'

const parts = ['day', 'month', 'year'] as const

type Props = FieldProps & {
  defaultValue?: Day | null
  /** The month and the year it most likely lies in, filled in while the day is left to be typed. */
  near?: Day
  /** Birthdays fill in by themselves. */
  birthday?: boolean
}

/**
 * A date in three boxes, sent as `name.day`, `name.month` and `name.year`. An error under `name` marks all three, one under
 * `name.month` only that box; the sentences stand together above them.
 */
export function DateField({ name, label, help, optional, disabled, state, scope, defaultValue, near, birthday }: Props) {
  const t = useTranslations('ui.date')
  const id = fieldId(name, scope)
  const whole = fieldErrors(state, name)
  const each = parts.map((part) => fieldErrors(state, `${name}.${part}`))
  const errors = [...new Set([...whole, ...each.flat()])]
  const anyPart = each.some((list) => list.length > 0)
  const [year = '', month = '', day = ''] = defaultValue ? defaultValue.split('-') : near ? near.slice(0, 7).split('-') : []
  const stored = { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
  const autoComplete = { day: 'bday-day', month: 'bday-month', year: 'bday-year' }
  return (
    <FieldGroup id={id} label={label} help={help} errors={errors} optional={optional}
      describedBy={describedBy(id, { help: Boolean(help), error: errors.length > 0 })}>
      <div className="flex gap-3">
        {parts.map((part, index) => (
          <div key={part} className="flex flex-col gap-0.5">
            <label htmlFor={`${id}.${part}`} className="text-sm">{t(part)}</label>
            <input id={`${id}.${part}`} name={`${name}.${part}`} inputMode="numeric" maxLength={part === 'year' ? 4 : 2} disabled={disabled}
              className={`control tabular ${part === 'year' ? 'w-20' : 'w-14'}`} autoComplete={birthday ? autoComplete[part] : 'off'}
              aria-invalid={(each[index]?.length ?? 0) > 0 || (whole.length > 0 && !anyPart) || undefined}
              defaultValue={fieldValue(state, `${name}.${part}`, stored[part])} />
          </div>
        ))}
      </div>
    </FieldGroup>
  )
}
