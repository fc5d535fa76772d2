import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { SignOutForm } from '@/components/access/sign-out-form'

/** Who is signed in, own sessions, language, and the way out. Plain <details>: opens without any code of ours. */
export function AccountMenu({ name, title }: { name: string; title: string }) {
  const t = useTranslations('frame')
  return (
    <details className="relative">
      <summary className="btn btn-quiet list-none gap-2"><Icon name="person" /><span className="max-md:sr-only">{name}</span></summary>
      <div className="absolute right-0 z-30 mt-1 w-64 space-y-3 rounded-md border border-line bg-surface p-4 shadow-lg">
        <p><strong className="block">{name}</strong><span className="text-muted">{title}</span></p>
        <p><Link href="/account" prefetch={false}>{t('account')}</Link></p>
        <p><a href="/language?to=da" lang="da">Dansk</a> · <a href="/language?to=en" lang="en">English</a></p>
        <SignOutForm label={t('signOut')} />
      </div>
    </details>
  )
}
