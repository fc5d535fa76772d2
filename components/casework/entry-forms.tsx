import { useTranslations } from 'next-intl'
import { Explain } from '@/components/ui/explain'
import { addToContact } from '@/lib/casework/contacts/actions'
import type { ContactRow } from '@/lib/casework/contacts/queries'
import { redactContact } from '@/lib/casework/contacts/redaction/actions'
import { REDACTED_DAYS, redactionReasons } from '@/lib/casework/contacts/redaction/rules'
import { remarkContact } from '@/lib/casework/contacts/remarks/actions'
import { REMARK_MOST, remarkKinds } from '@/lib/casework/contacts/remarks/rules'
import { SmallForm } from './small-form'

/** What can be put under an entry: a task, an addition, a colleague's praise or comment; and taking it back. */
export function EntryForms({ personId, entry: { id, mine, mayRedact } }: { personId: string; entry: Pick<ContactRow, 'id' | 'mine' | 'mayRedact'> }) {
  const t = useTranslations('casework')
  const hidden = { personId, contactId: id }
  return (
    <div className="no-print flex flex-wrap gap-x-6">
      <a href={`/people/${personId}/tasks?contact=${id}#new`} className="text-sm">{t('log.makeTask')}</a>
      <Explain summary={t('log.add')}>
        <SmallForm action={addToContact} scope={id} hidden={hidden} submit={t('log.addSubmit')} fields={[{ kind: 'area', name: 'text', label: t('log.addText'), help: t('log.addHelp'), max: 4000, rows: 2 }]} />
      </Explain>
      {/* Neither praise nor comment is chosen beforehand. */}
      {!mine && (
        <Explain summary={t('remark.title')}>
          <SmallForm action={remarkContact} scope={`remark-${id}`} hidden={hidden} submit={t('remark.submit')} fields={[
            { kind: 'radio', name: 'kind', label: t('remark.which'), options: remarkKinds.map((value) => ({ value, label: t(`remark.kind.${value}`) })), inline: true },
            { kind: 'area', name: 'text', label: t('remark.text'), help: t('remark.help'), max: REMARK_MOST, rows: 2 },
          ]} />
        </Explain>
      )}
      {mayRedact && (
        <Explain summary={t('redaction.title')}>
          <SmallForm action={redactContact} scope={`redact-${id}`} hidden={hidden} submit={t('redaction.submit')} variant="danger" fields={[{ kind: 'radio', name: 'reason', label: t('redaction.why'), help: t('redaction.help', { days: REDACTED_DAYS }), options: redactionReasons.map((value) => ({ value, label: t(`redaction.reason.${value}`) })) }]} />
        </Explain>
      )}
    </div>
  )
}
