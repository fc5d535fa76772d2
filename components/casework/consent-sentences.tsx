import { useTranslations } from 'next-intl'

/** What is read out to the person before another unit gets their case: word for word what will be stored. Nothing where all who can have it may already. */
export function ConsentSentences({ sentences }: { sentences: readonly string[] }) {
  const t = useTranslations('casework.sharing')
  if (sentences.length === 0) return null
  return (
    <section aria-labelledby="consent-said" className="mt-3 max-w-text border-s-2 border-line ps-4">
      <h3 id="consent-said" className="text-base">{t('readOut')}</h3>
      <p className="text-sm text-muted">{t('readOutHelp')}</p>
      <ul className="mt-2 space-y-2">{sentences.map((one) => <li key={one} lang="da"><q>{one}</q></li>)}</ul>
    </section>
  )
}
