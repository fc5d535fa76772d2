import { useTranslations } from 'next-intl'

/** Whom one can ring with a question; the number rings where the page is read on a phone. */
export function CallLine({ name, phone }: { name: string; phone: string | null }) {
  const t = useTranslations('matches')
  return t.rich('question.call', { name, phone: () => phone && <> <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a></> })
}
