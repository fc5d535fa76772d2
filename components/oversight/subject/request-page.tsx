import { getTranslations, getLocale } from 'next-intl/server'
import { Alert } from '@/components/ui/alert'
import { BackLink } from '@/components/ui/back-link'
import { Card } from '@/components/ui/card'
import { DateText } from '@/components/ui/date-text'
import { DescriptionList } from '@/components/ui/description-list'
import { Explain } from '@/components/ui/explain'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import type { SubjectRequest } from '@/lib/oversight/subject-export/queries'
import { dueDay, stateOf } from '@/lib/oversight/subject-export/rules'
import type { Answer } from '@/lib/oversight/subject-export/sql'
import { formatDay } from '@/lib/platform/dates'
import type { Day } from '@/lib/platform/day'
import { EndCards, FileCard } from './request-cards'
import { PartsList } from './parts-list'
import { stateTones } from './requests-page'

type Props = { request: SubjectRequest; answer: Answer | null; today: Day }

/** One request from the day it came to the day it was answered. The officer sees the frame, whoever answers it sees the content. */
export async function RequestPage({ request, answer, today }: Props) {
  const t = await getTranslations('oversight.subject')
  const locale = await getLocale()
  const state = stateOf(request, today)
  const open = request.handedOn === null && request.closedOn === null
  return (
    <div className="space-y-6">
      <PageHeading above={<BackLink href="/protection/requests">{t('page.title')}</BackLink>} title={t('page.case', { reference: request.id.slice(-8) })} tags={<Tag tone={stateTones[state]}>{t(`state.${state}`)}</Tag>} />
      <Card title={t('page.facts')}>
        <DescriptionList items={[
          { key: 'person', label: t('page.person'), value: request.name ? <a href={`/people/${request.personId}`}>{request.name}</a> : t('page.hidden') },
          { key: 'received', label: t('page.received'), value: <><DateText day={request.receivedOn} />, {t(`askedHow.${request.askedHow}`)}, {t(`askedBy.${request.askedBy}`)}</> },
          { key: 'identity', label: t('page.identity'), value: request.identity },
          { key: 'due', label: t('page.due'), value: <><DateText day={dueDay(request)} look="long" />{request.extendedTo && <> ({t('page.extendedFrom', { date: formatDay(request.dueOn, locale) })}: {request.extensionReason})</>}<Explain>{t('page.why')}</Explain></> },
        ]} />
        {request.closedOn && <Alert compact>{t('page.closed', { date: formatDay(request.closedOn, locale), reason: request.closedReason ?? '' })}</Alert>}
      </Card>
      {!answer && <Alert>{t('page.officer')}</Alert>}
      {answer && answer.sealed.length > 0 && (
        <Alert tone="warning" title={t('page.sealedTitle')}>
          <p>{t('page.sealedBody')}</p>
          <ul className="list-disc ps-5">{answer.sealed.map((one) => <li key={one.tab}>{t('page.sealed', { rows: one.rows, table: t.has(`table.${one.tab}`) ? t(`table.${one.tab}`) : one.tab })}</li>)}</ul>
        </Alert>
      )}
      {answer && <FileCard request={request} complete={answer.sealed.length === 0} />}
      {open && <EndCards request={request} today={today} />}
      {answer && <><div><h2>{t('page.parts')}</h2>{open && <p className="max-w-text text-muted">{t('page.partsLead')}</p>}</div><PartsList requestId={request.id} parts={answer.parts} open={open} /></>}
    </div>
  )
}
