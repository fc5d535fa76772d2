import { useLocale, useTranslations } from 'next-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { Tag } from '@/components/ui/tag'
import { nameInOrder } from '@/lib/people/names/rules'
import { formatPhone } from '@/lib/people/phones/rules'
import type { PersonBar as Bar } from '@/lib/people/record/bar/sql'
import { ageOn, reviewIsDue } from '@/lib/people/record/rules'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { RevealCpr } from './reveal-cpr'
import { StatusTags } from './status-tags'

/** Who it is, and what must be known before anything is said or sent. Stays in view on every tab. */
export function PersonBar({ bar, today, mayReadCpr }: { bar: Bar; today: Day; mayReadCpr: boolean }) {
  const t = useTranslations('people')
  const locale = useLocale()
  const [phone] = bar.phones
  return (
    <div className="space-y-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 tabIndex={-1}>{nameInOrder({ given: bar.firstName, family: bar.lastName })}</h1>
        {bar.birthDate && <span className="text-muted">{t('age', { age: ageOn(bar.birthDate, bar.diedOn ?? today) })}</span>}
        <StatusTags {...bar} today={today} />
        {reviewIsDue(bar.protectionReviewOn, today) && <Tag tone="warning" icon="clock">{t('tag.reviewDue')}</Tag>}
      </div>
      <ul className="flex flex-wrap items-center gap-x-5 gap-y-0.5 text-sm">
        <li>{bar.roles.map((role) => t(`role.${role}`)).join(', ')}</li>
        {bar.birthDate && <li>{t('bar.born', { date: formatDay(bar.birthDate, locale, 'short') })}</li>}
        <li>
          {bar.cpr && mayReadCpr ? <RevealCpr personId={bar.id} masked={`${bar.cpr.birthPart}-••••`} texts={{ show: t('bar.cprShow'), label: t('field.cpr') }} /> : <span className="text-faint">{t('bar.cprNone')}</span>}
          {bar.cpr?.kind === 'REPLACEMENT' && <span className="text-muted"> {t('bar.replacement')}</span>}
        </li>
        <li>{phone ? <><a href={`tel:${phone}`} className="tabular">{formatPhone(phone)}</a><CopyButton text={phone} what={t('bar.phone')} /></> : <span className="text-faint">{t('bar.noPhone')}</span>}</li>
        {bar.language !== 'da' && <li><Tag tone="info">{t(`language.${bar.language}`)}</Tag></li>}
        {bar.interpreterNeeded && <li><Tag tone="info">{t('tag.interpreter')}</Tag></li>}
        {bar.signLanguage && <li><Tag tone="info">{t('tag.signLanguage')}</Tag></li>}
        {bar.largePrint && <li><Tag tone="info">{t('tag.largePrint')}</Tag></li>}
        {bar.digitalPost === 'EXEMPT' && <li><Tag icon="print">{t('tag.exempt')}</Tag></li>}
        <li>{bar.responsible.length > 0 ? t('bar.responsible', { names: bar.responsible.map((user) => (user.coversTo ? t('bar.covers', { name: user.name, day: formatDay(user.coversTo, locale, 'short') }) : user.name)).join(', ') }) : <span className="text-faint">{t('bar.noResponsible')}</span>}</li>
      </ul>
    </div>
  )
}
