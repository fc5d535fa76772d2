import { useLocale, useTranslations } from 'next-intl'
import { wordsIn } from '@/lib/casework/methods/parts'
import type { Missing } from '@/lib/casework/methods/rules'

/** One thing that is missing, in the words of the method. */
export function MissingText({ one: { item, step, clips } }: { one: Missing }) {
  const [t, locale] = [useTranslations('casework.methods'), useLocale()]
  if (item && step.kind === 'roles') return <>{t('whoFor', { name: wordsIn(item.text, locale) })}</>
  return item ? <>{wordsIn(item.text, locale)}</> : <>{t('clipsLeft', { count: clips, name: wordsIn(step.name, locale) })}</>
}
