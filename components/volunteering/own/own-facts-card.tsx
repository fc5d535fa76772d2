import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { formatPhone } from '@/lib/people/phones/rules'
import type { OwnFacts } from '@/lib/volunteering/own/queries'
import { type Language, type Level, week } from '@/lib/volunteering/volunteers/rules'

/** What the municipality knows of the volunteer and matches by. Times are theirs to change; the rest is corrected by a call. */
export function OwnFactsCard({ facts }: { facts: OwnFacts }) {
  const [t, all] = [useTranslations('ownPage.facts'), useTranslations('volunteering')]
  const unknown = <span className="text-muted">{all('unknown')}</span>
  const spoken = facts.languages.map((one) => { const [code, level] = one.split('-') as [Language, Level]; return `${all(`language.${code}`)} (${all(`level.${level}`).toLowerCase()})` })
  return (
    <Card title={t('title')} actions={<LinkButton href="/min-side/tider" size="small">{t('changeTimes')}</LinkButton>}>
      <DescriptionList items={[
        { key: 'times', label: t('times'), value: facts.times.length === 0 ? unknown : <ul>{week(facts.times).map(({ weekday, parts }) => <li key={weekday}>{all(`weekday.${weekday}` as 'weekday.1')}: {parts.map((part) => all(`daypart.${part}`).toLowerCase()).join(', ')}</li>)}</ul> },
        { key: 'roles', label: t('roles'), value: facts.roles.join(', ') || unknown },
        { key: 'areas', label: t('areas'), value: facts.areas.join(', ') || unknown },
        { key: 'languages', label: t('languages'), value: spoken.join(', ') || unknown },
        { key: 'capacity', label: t('capacity'), value: facts.capacity },
        { key: 'monthly', label: t('monthly'), value: facts.monthlyLimit ?? all('noLimit') },
        { key: 'limits', label: t('limits'), value: facts.limits ? <span className="max-w-text whitespace-pre-line">{facts.limits}</span> : unknown },
        ...(facts.association ? [{ key: 'association', label: t('association'), value: facts.association }] : []),
        { key: 'name', label: t('name'), value: `${facts.firstName} ${facts.lastName}` },
        { key: 'phone', label: t('phone'), value: facts.phone ? formatPhone(facts.phone) : unknown },
        { key: 'email', label: t('email'), value: facts.email ?? unknown },
        { key: 'number', label: t('number'), value: facts.number },
      ]} />
      <p className="mt-3 max-w-text text-muted">{t('correct')}</p>
    </Card>
  )
}
