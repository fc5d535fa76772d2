import { useLocale, useTranslations } from 'next-intl'
import type { Kind, Topic } from '@/lib/casework/contacts/queries'
import type { NamedCase } from '@/lib/casework/contacts/sql'
import { draftFields, outcomes } from '@/lib/casework/contacts/rules'
import type { StandardText } from '@/lib/casework/standard-texts/sql'
import type { Day } from '@/lib/platform/day'
import { nameOf } from '@/lib/platform/i18n/named'
import { ContactForm, type Restored } from './contact-form'

type Props = { /** With whom: the first is whose draft it is. */ people: [string, ...string[]]; kinds: Kind[]; topics: Topic[]; standardTexts: StandardText[]; /** It can be about. */ cases: NamedCase[]; /** Whose they are, where there are several. */ names?: ReadonlyMap<string, string>; today: Day; time: string; restored: Restored | null; /** Where to go on afterwards; else to the log. */ back?: string; focus?: boolean }

const words = ['outcome', 'kind', 'kindHelp', 'happenedOn', 'at', 'atHelp', 'general', 'topics', 'topicsHelp', 'agreed', 'nextStep', 'nextStepHelp', 'nextOn', 'more', 'minutes', 'travelMinutes', 'travelKm', 'companion', 'interpreter', 'cases', 'casesHelp', 'submit']

/** The one form of the contact log, with its texts and the municipality's kinds and topics. */
export function NewContact({ kinds, topics, cases, names, restored, ...rest }: Props) {
  const [t, texts, locale] = [useTranslations('casework'), useTranslations('texts'), useLocale()]
  const named = topics.filter(({ code }) => code !== 'general').map(({ code, nameDa, nameEn }) => ({ code, name: locale === 'da' ? nameDa : nameEn }))
  const draft = restored && { ...restored, fields: draftFields(restored.fields) }
  const gone = kinds.find(({ code, retired }) => retired && code === draft?.fields.kind)
  const several = new Set(cases.map(({ personId }) => personId)).size > 1
  const about = cases.map((one) => ({ value: one.id, label: `${t(`cases.kind.${one.kind}`)} · ${nameOf(one.unit, locale)}${several ? ` (${names?.get(one.personId) ?? ''})` : ''}` }))
  return <ContactForm {...rest} restored={draft} kindGone={gone ? t('form.kindGone', { kind: nameOf(gone, locale) }) : null} cases={about} topics={named} standard={Object.fromEntries(['title', 'insert', 'none', 'keep'].map((key) => [key, texts(`list.${key}`)]))} texts={Object.fromEntries(words.map((key) => [key, t(`form.${key}`)]))}
    outcomes={outcomes.map((value) => ({ value, label: t(`outcome.${value}`), help: t(`outcomeHelp.${value}`) }))} kinds={kinds.filter(({ retired }) => !retired).map((kind) => ({ value: kind.code, label: nameOf(kind, locale) }))} />
}
