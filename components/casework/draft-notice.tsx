import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { LinkButton } from '@/components/ui/link-button'
import { throwDraftAway } from '@/lib/casework/contacts/actions'
import type { Draft } from '@/lib/casework/contacts/queries'
import { formatMoment } from '@/lib/platform/dates'
import { quickLogHref } from './quick-log-href'

/** What was typed and never saved, from a crash, a lost session or another device: offered, and never put into the form unasked. */
export function DraftNotice({ personId, drafts }: { personId: string; drafts: Draft[] }) {
  const [t, locale] = [useTranslations('casework.draft'), useLocale()]
  return (
    <ul className="mb-4 space-y-2">
      {drafts.map((draft) => (
        <li key={draft.id} className="alert alert-info flex flex-wrap items-center gap-3">
          <span>{t('found', { when: formatMoment(draft.savedAt, locale, 'short') })} {opening(draft) && <q>{opening(draft)}</q>}</span>
          <span className="form-actions"><LinkButton href={draftHref(personId, draft)} size="small">{t('goOn')}</LinkButton>
            <ActionButton action={throwDraftAway} values={{ personId, draftId: draft.id }} size="small" variant="quiet">{t('throwAway')}</ActionButton></span>
        </li>
      ))}
    </ul>
  )
}

/** Where a draft is gone on with: in the log of its person, or, of a talk with several, where all of them are chosen. */
export function draftHref(personId: string, { id, fields }: Draft): string {
  const others = [fields.alsoPersonId ?? []].flat()
  return others.length > 0 ? quickLogHref({ people: [personId, ...others], draft: id }) : `/people/${personId}/contacts?draft=${id}#log`
}

/** The first words, so that one knows which it was. */
export function opening({ fields }: Draft): string {
  const text = Object.entries(fields).flatMap(([name, value]) => (name.startsWith('note.') && typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []))[0] ?? (typeof fields.agreed === 'string' ? fields.agreed.trim() : '')
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
