import { useLocale, useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PrintButton } from '@/components/ui/print-button'
import { nameOf } from '@/lib/platform/i18n/named'
import type { Catalogue, Shown } from '@/lib/volunteering/catalogue/queries'
import { readSpoken } from '@/lib/volunteering/requests/rules'

/** Volunteers who agreed to be shown, to look through together with the citizen or on paper. Choosing one leads to the form, where nothing has happened yet. */
export function CataloguePage({ found: { shown, lists }, ...frame }: PersonFrameProps & { found: Catalogue }) {
  const [t, all, locale] = [useTranslations('matching'), useTranslations('volunteering'), useLocale()]
  const named = (codes: string[], of: Catalogue['lists']['roles']) => codes.map((code) => nameOf(of.find((one) => one.code === code), locale) || code).join(', ')
  const line = ({ roles, areas, languages }: Shown) => [named(roles, lists.roles), languages.map(readSpoken).map(({ language }) => all(`language.${language}`)).join(', '), named(areas, lists.areas)].filter((part) => part !== '').join(' · ')
  return (
    <PersonFrame {...frame} tab="waiting">
      <div className="mb-4 space-y-2">
        <BackLink href={`/people/${frame.bar.id}/waiting`}>{t('catalogue.back')}</BackLink>
        <div className="flex flex-wrap items-start justify-between gap-3"><h2>{t('catalogue.title')}</h2><PrintButton>{t('catalogue.print')}</PrintButton></div>
        <p className="max-w-text text-muted">{t('catalogue.lead')}</p>
      </div>
      {shown.length === 0 && <EmptyState title={t('catalogue.none')}>{t('catalogue.noneLead')}</EmptyState>}
      <ul className="grid gap-4 md:grid-cols-2">
        {shown.map((one) => (
          <li key={one.id} className="break-inside-avoid">
            <Card title={one.firstName} actions={<LinkButton href={`/people/${frame.bar.id}/waiting/new?wish=${one.id}`} size="small" className="no-print">{t('catalogue.choose')}<span className="sr-only"> {one.firstName}</span></LinkButton>}>
              <p className="mb-2 text-muted">{line(one)}</p><p className="max-w-text whitespace-pre-line">{one.about}</p>
            </Card>
          </li>
        ))}
      </ul>
    </PersonFrame>
  )
}
