import { useTranslations } from 'next-intl'
import { SmallForm } from '@/components/casework/small-form'
import { ActionButton } from '@/components/ui/action-button'
import { EmptyState } from '@/components/ui/empty-state'
import { Explain } from '@/components/ui/explain'
import { PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/tag'
import { addStandardText, changeStandardText, retireStandardText, reviveStandardText } from '@/lib/casework/standard-texts/actions'
import type { KeptText } from '@/lib/casework/standard-texts/queries'
import { STANDARD_TEXT_MOST } from '@/lib/casework/standard-texts/rules'

/** What one writes again and again: one's own and the unit's, to add, change and take out of use. */
export function TextsPage({ texts, hasUnit, keepsTopics }: { texts: KeptText[]; hasUnit: boolean; keepsTopics: boolean }) {
  const t = useTranslations('texts')
  const whose = (hasUnit ? (['own', 'unit'] as const) : (['own'] as const)).map((value) => ({ value, label: t(`whose.${value}`), help: t(`whoseHelp.${value}`) }))
  const fields = (text?: KeptText) => [
    { kind: 'line' as const, name: 'name', label: t('name'), help: t('nameHelp'), value: text?.name }, { kind: 'area' as const, name: 'text', label: t('text'), help: t('textHelp'), value: text?.text, max: STANDARD_TEXT_MOST },
    ...(text ? [] : [{ kind: 'radio' as const, name: 'whose', label: t('for'), options: whose }]),
  ]
  return (
    <div className="max-w-3xl">
      <PageHeading title={t('title')} lead={t('lead')} />
      {texts.length === 0 && <EmptyState title={t('none')} icon="inbox">{t('noneLead')}</EmptyState>}
      <ul className="space-y-4">
        {texts.map((text) => (
          <li key={text.id} className="card">
            <div className="card-body space-y-2">
              <h2 className="flex flex-wrap items-center gap-2 text-base">{text.name} <Tag tone={text.own ? 'neutral' : 'info'}>{t(text.own ? 'own' : 'unit')}</Tag>{text.retired && <Tag>{t('retired')}</Tag>}</h2>
              <p className="max-w-text whitespace-pre-line">{text.text}</p>
              <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
                {!text.retired && <Explain summary={t('change')}><SmallForm action={changeStandardText} scope={text.id} hidden={{ standardTextId: text.id, version: String(text.version) }} fields={fields(text)} submit={t('save')} /></Explain>}
                <ActionButton action={text.retired ? reviveStandardText : retireStandardText} values={{ standardTextId: text.id }} size="small" variant="quiet">{t(text.retired ? 'revive' : 'retire')}</ActionButton>
              </div>
            </div>
          </li>
        ))}
      </ul>
      <section className="card mt-6" aria-labelledby="new-text">
        <div className="card-head"><h2 id="new-text">{t('new')}</h2></div>
        <div className="card-body"><SmallForm key={texts.length} action={addStandardText} scope="new" fields={fields()} submit={t('add')} /></div>
      </section>
      {keepsTopics && <p className="mt-4"><a href="/admin/topics">{t('topics')}</a></p>}
    </div>
  )
}
