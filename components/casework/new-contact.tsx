import { useLocale, useTranslations } from 'next-intl'
import type { Topic } from '@/lib/casework/contacts/queries'
import { channels, outcomes } from '@/lib/casework/contacts/rules'
import type { Day } from '@/lib/platform/day'
import { ContactForm, type Restored } from './contact-form'

type Props = { /** With whom: the first is whose draft it is. */ people: [string, ...string[]]; topics: Topic[]; today: Day; time: string; restored: Restored | null; /** Where to go on afterwards; else to the log. */ back?: string }

const words = ['outcome', 'channel', 'channelHelp', 'happenedOn', 'at', 'atHelp', 'general', 'topics', 'topicsHelp', 'agreed', 'nextStep', 'nextStepHelp', 'nextOn', 'more', 'minutes', 'companion', 'interpreter', 'submit']

/** The one form of the contact log, with its texts and the municipality's topics. */
export function NewContact({ topics, ...rest }: Props) {
  const [t, locale] = [useTranslations('casework'), useLocale()]
  const named = topics.filter(({ code }) => code !== 'general').map(({ code, nameDa, nameEn }) => ({ code, name: locale === 'da' ? nameDa : nameEn }))
  return <ContactForm {...rest} topics={named} texts={Object.fromEntries(words.map((key) => [key, t(`form.${key}`)]))}
    outcomes={outcomes.map((value) => ({ value, label: t(`outcome.${value}`), help: t(`outcomeHelp.${value}`) }))} channels={channels.map((value) => ({ value, label: t(`channel.${value}`) }))} />
}
