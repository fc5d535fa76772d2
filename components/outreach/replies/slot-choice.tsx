import { FieldGroup } from '@/components/ui/field'
import { describedBy, fieldErrors, fieldId, fieldValue, type FormState } from '@/components/ui/form-state'

export type SlotDay = { day: string; times: { id: string; label: string }[] }
type Props = { days: SlotDay[]; texts: { slot: string; place: string; moreSlots: string; noSlot: string; noFree: string }; state: FormState }

/** Days in view before "show more": about a fortnight. */
const DAYS_SHOWN = 4

/** The free times day by day. One that was just lost is left out, so that the same click cannot fail twice. */
export function SlotChoice({ days, texts, state }: Props) {
  const id = fieldId('slotId')
  const errors = fieldErrors(state, 'slotId')
  const chosen = fieldValue(state, 'slotId')
  const lost = errors.length > 0 ? chosen : ''
  const left = days.map(({ day, times }) => ({ day, times: times.filter((time) => time.id !== lost) })).filter(({ times }) => times.length > 0)
  // Nothing to choose is an answer too: asking for a talk then means a call.
  if (left.length === 0) return <><p>{texts.noFree}</p><input type="hidden" name="slotId" value="none" /></>
  const later = left.slice(DAYS_SHOWN)
  return (
    <FieldGroup id={id} label={texts.slot} help={texts.place || undefined} errors={errors} describedBy={describedBy(id, { help: texts.place !== '', error: errors.length > 0 })}>
      {left.slice(0, DAYS_SHOWN).map((day) => <DayTimes key={day.day} {...day} chosen={chosen} />)}
      {later.length > 0 && (
        <details className="mt-2" open={later.some(({ times }) => times.some((time) => time.id === chosen)) || undefined}>
          <summary className="py-2 font-semibold text-link">{texts.moreSlots}</summary>
          {later.map((day) => <DayTimes key={day.day} {...day} chosen={chosen} />)}
        </details>
      )}
      <div className="mt-3 border-t border-line pt-2"><Time id="none" label={texts.noSlot} chosen={chosen} /></div>
    </FieldGroup>
  )
}

function DayTimes({ day, times, chosen }: SlotDay & { chosen: string }) {
  return (
    <div role="group" aria-label={day} className="mt-3">
      <p aria-hidden="true" className="font-semibold first-letter:uppercase">{day}</p>
      <div className="flex flex-wrap gap-x-6">{times.map((time) => <Time key={time.id} {...time} chosen={chosen} />)}</div>
    </div>
  )
}

function Time({ id, label, chosen }: { id: string; label: string; chosen: string }) {
  return <label className="choice"><input type="radio" name="slotId" value={id} defaultChecked={chosen === id} /><span>{label}</span></label>
}
