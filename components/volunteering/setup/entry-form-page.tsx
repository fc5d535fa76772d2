import { useLocale, useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/people/forms/fields-form'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { PageHeading } from '@/components/ui/page-heading'
import { nameOf } from '@/lib/platform/i18n/named'
import { saveGroupKind, saveLocalArea, savePaperKind, saveVolunteerRole } from '@/lib/volunteering/setup/actions'
import type { Entry, Setup } from '@/lib/volunteering/setup/queries'
import { placeOf, type SetupList } from '@/lib/volunteering/setup/rules'
import { entryFields } from './entry-fields'
import { usesOf } from './entry-lines'

const saves = { roles: saveVolunteerRole, papers: savePaperKind, areas: saveLocalArea, groups: saveGroupKind }

/** The form for a new one, or for one that is changed: with how many have it, and what becomes of what goes on. */
export function EntryFormPage({ list, entry, setup }: { list: SetupList; entry: Entry | null; setup: Setup }) {
  const [t, locale] = [useTranslations('volunteerSetup'), useLocale()]
  return (
    <>
      <PageHeading above={<BackLink href={placeOf(list)}>{t(`list.${list}`)}</BackLink>} title={entry ? t('changeTitle', { name: nameOf(entry, locale) }) : t(`newTitle.${list}`)} lead={entry ? usesOf(t, entry) : undefined} />
      <div className="max-w-3xl space-y-4">
        {entry && <Alert tone="info" title={t('whenTitle')}>{t(`when.${list}`)}</Alert>}
        <div className="card p-(--card-pad)">
          <FieldsForm action={saves[list]} fields={entryFields(t, locale, list, entry, setup)} hidden={{ entry: entry?.code ?? '', version: String(entry?.version ?? 0) }} submit={t('save')} cancel={{ href: placeOf(list), label: t('cancel') }} />
        </div>
      </div>
    </>
  )
}
