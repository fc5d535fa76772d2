import { useLocale, useTranslations } from 'next-intl'
import { Explain } from '@/components/ui/explain'
import { writeSticky } from '@/lib/people/note/actions'
import { STICKY_MOST } from '@/lib/people/note/schema'
import type { StickyNotes } from '@/lib/people/record/bar/sql'
import { formatMoment } from '@/lib/platform/dates'
import { FieldsForm } from './forms/fields-form'

/** The note somebody has put on the person for whoever comes next: read at a glance, changed where it stands. `glass`: emergency access has neither. */
export function StickyNote({ personId, notes, mayWrite }: { personId: string; notes: StickyNotes; mayWrite: boolean }) {
  const [t, locale] = [useTranslations('people.note'), useLocale()]
  const [newest, ...earlier] = notes.last
  if (!newest?.text && !mayWrite) return null
  const signed = (one: { by: string; at: string }) => t('by', { name: one.by, when: formatMoment(new Date(one.at), locale, 'short') })
  return (
    <aside aria-label={t('title')} className={newest?.text ? 'mb-4 max-w-4xl rounded border-s-4 border-warning bg-warning-soft text-warning-ink px-4 py-2' : 'mb-2'}>
      {newest?.text && <p className="max-w-text whitespace-pre-line">{newest.text} <span className="block text-sm text-muted">{signed(newest)}</span></p>}
      {mayWrite && (
        <div className="no-print">
          <Explain key={notes.count} summary={t(newest?.text ? 'change' : 'put')}>
            <FieldsForm action={writeSticky} fields={[{ type: 'area', name: 'text', label: t('label'), help: t('help'), value: newest?.text ?? '', max: STICKY_MOST, optional: true }]} hidden={{ personId, version: String(notes.count) }} submit={t('save')} />
            {earlier.length > 0 && <><h3 className="mt-3 text-sm">{t('earlier')}</h3><ul className="space-y-1 text-sm">{earlier.map((one) => <li key={one.at}>{one.text ?? t('takenDown')} <span className="text-muted">{signed(one)}</span></li>)}</ul></>}
          </Explain>
        </div>
      )}
    </aside>
  )
}
