import { useTranslations } from 'next-intl'
import { REDACTED_DAYS, redactionReasons } from '@/lib/casework/contacts/redaction/rules'
import { REMARK_MOST, remarkKinds } from '@/lib/casework/contacts/remarks/rules'
import type { EntryForm } from '@/lib/casework/contacts/rules'
import type { SmallField } from './small-form'

export type EntryTexts = { makeTask: string } & Record<EntryForm, { title: string; submit: string; fields: SmallField[] }>

/** What the forms under the entries ask, said once for the whole page. */
export function useEntryTexts(): EntryTexts {
  const t = useTranslations('casework')
  return {
    makeTask: t('log.makeTask'),
    add: { title: t('log.add'), submit: t('log.addSubmit'), fields: [{ kind: 'area', name: 'text', label: t('log.addText'), help: t('log.addHelp'), max: 4000, rows: 2 }] },
    remark: {
      title: t('remark.title'), submit: t('remark.submit'),
      // Neither praise nor comment is chosen beforehand.
      fields: [
        { kind: 'radio', name: 'kind', label: t('remark.which'), options: remarkKinds.map((value) => ({ value, label: t(`remark.kind.${value}`) })), inline: true },
        { kind: 'area', name: 'text', label: t('remark.text'), help: t('remark.help'), max: REMARK_MOST, rows: 2 },
      ],
    },
    redact: { title: t('redaction.title'), submit: t('redaction.submit'), fields: [{ kind: 'radio', name: 'reason', label: t('redaction.why'), help: t('redaction.help', { days: REDACTED_DAYS }), options: redactionReasons.map((value) => ({ value, label: t(`redaction.reason.${value}`) })) }] },
  }
}
