import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SmallForm, type SmallField } from '@/components/casework/small-form'
import { ActionButton } from '@/components/ui/action-button'
import { Explain } from '@/components/ui/explain'
import { Tag } from '@/components/ui/tag'
import { addTopic, changeTopic, retireTopic, reviveTopic } from '@/lib/casework/topics/actions'
import type { KeptTopic } from '@/lib/casework/topics/queries'
import { nameOf } from '@/lib/platform/i18n/named'

/** The topics of the contact log in the order the form asks: names, place, and whether new notes may stand under them. */
export function TopicsPage({ topics, heading }: { topics: KeptTopic[]; heading: ReactNode }) {
  const [t, locale] = [useTranslations('topics'), useLocale()]
  const place = String(Math.max(0, ...topics.filter(({ retired }) => !retired).map(({ position }) => position)) + 1)
  const fields = (topic?: KeptTopic): SmallField[] => [
    { kind: 'line', name: 'nameDa', label: t('nameDa'), value: topic?.nameDa }, { kind: 'line', name: 'nameEn', label: t('nameEn'), value: topic?.nameEn },
    { kind: 'number', name: 'position', label: t('position'), help: t('positionHelp'), value: topic ? String(topic.position) : place },
  ]
  return (
    <>
      {heading}
      <div className="max-w-3xl">
        <ul className="space-y-3">
          {topics.map((topic) => (
            <li key={topic.code} className="card">
              <div className="card-body flex flex-wrap items-start gap-x-6 gap-y-2">
                <div className="min-w-0 flex-1 basis-56">
                  <h2 className="flex flex-wrap items-center gap-2 text-base">{nameOf(topic, locale)}{topic.retired && <Tag>{t('retired')}</Tag>}</h2>
                  <p className="text-sm text-muted">{locale === 'da' ? topic.nameEn : topic.nameDa}{topic.code === 'general' && <> · {t('general')}</>}</p>
                </div>
                <Explain summary={t('change')}><SmallForm action={changeTopic} scope={topic.code} hidden={{ topic: topic.code, version: String(topic.version) }} fields={fields(topic)} submit={t('save')} /></Explain>
                {topic.code !== 'general' && <ActionButton action={topic.retired ? reviveTopic : retireTopic} values={{ topic: topic.code }} size="small" variant="quiet">{t(topic.retired ? 'revive' : 'retire')}</ActionButton>}
              </div>
            </li>
          ))}
        </ul>
        <section className="card mt-6" aria-labelledby="new-topic">
          <div className="card-head"><h2 id="new-topic">{t('new')}</h2></div>
          <div className="card-body"><SmallForm key={topics.length} action={addTopic} scope="new" fields={fields()} submit={t('add')} /></div>
        </section>
      </div>
    </>
  )
}
