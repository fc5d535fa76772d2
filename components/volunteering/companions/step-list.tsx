import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { formatDay } from '@/lib/platform/dates'
import type { CompanionStep } from '@/lib/volunteering/companions/queries'
import { questions } from '@/lib/volunteering/companions/steps/rules'

/** What came of the meeting, the newest first. An answer nobody knows is said to be unknown. */
export function StepList({ steps }: { steps: CompanionStep[] }) {
  const [t, locale] = [useTranslations('companions'), useLocale()]
  const text = (words: string) => <span className="whitespace-pre-line">{words}</span>
  const items = (one: CompanionStep) => [
    ...(one.role ? [{ key: 'role', label: t('step.role'), value: t(`role.${one.role}`) }] : []),
    ...(one.step === 'followed-up' ? questions.map((name) => ({ key: name, label: t(`question.${name}`), value: one[name] === null ? <span className="text-muted">{t('answer.unknown')}</span> : t(`answer.${one[name] as 1 | 2 | 3 | 4 | 5}`) })) : []),
    ...(one.note ? [{ key: 'note', label: t(one.step === 'followed-up' ? 'step.after' : 'step.note'), value: text(one.note) }] : []),
    ...(one.agenda ? [{ key: 'agenda', label: t('step.agenda'), value: text(one.agenda) }] : []),
  ]
  return steps.map((one) => <Card key={one.number} title={`${t(`happened.${one.step}`)}, ${formatDay(one.on, locale)}`} foot={t('by', { name: one.by })}>{items(one).length > 0 ? <DescriptionList items={items(one)} /> : <p className="text-muted">{t('step.nothingMore')}</p>}</Card>)
}
