import { useTranslations } from 'next-intl'

/** First thing in the page; seen when it takes focus. */
export function SkipLink({ target = 'content' }: { target?: string }) {
  const t = useTranslations('ui.skip')
  return <a href={`#${target}`} className="skip-link">{t('content')}</a>
}
