import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/ui/action-button'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { MomentText } from '@/components/ui/moment-text'
import type { OpenAssociation } from '@/lib/associations/register/queries'
import { acceptSignup } from '@/lib/associations/signup/actions'

/** An association that signed up by itself and waits for an answer: what they wrote, and the two answers. */
export function SignupCard({ association, signup, mayManage }: { association: OpenAssociation['association']; signup: NonNullable<OpenAssociation['signup']>; mayManage: boolean }) {
  const t = useTranslations('associations.signup')
  return (
    <Card title={t('card')}>
      <p className="text-sm text-muted"><MomentText moment={signup.receivedAt} /></p>
      <p className="mt-2 max-w-text whitespace-pre-line">{signup.words ?? t('noWords')}</p>
      {mayManage && <div className="no-print mt-4 flex flex-wrap gap-3"><ActionButton action={acceptSignup} values={{ signupId: signup.id }}>{t('accept')}</ActionButton><LinkButton href={`/associations/${association.id}/turn-down`}>{t('turnDown')}</LinkButton></div>}
    </Card>
  )
}
