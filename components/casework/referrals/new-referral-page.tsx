import { useTranslations } from 'next-intl'
import { PersonFrame, type PersonFrameProps } from '@/components/people/person-frame'
import type { Chosen, Receivers } from '@/lib/casework/referrals/queries'
import { ChooseForm } from './choose-form'
import { SendForm } from './send-form'

type Props = PersonFrameProps & { receivers: Receivers; chosen: Chosen | null; show: string[]; protectedAddress: boolean; /** Shielded: of the receiver's only those with clearance see it. */ shielded: boolean }

/** A referral in two steps: to whom and what they would see; then what is read out, why, and by when. */
export function NewReferralPage({ receivers, chosen, show, protectedAddress, shielded, ...frame }: Props) {
  const t = useTranslations('referrals.form')
  return (
    <PersonFrame {...frame} tab="consents">
      <section className="card max-w-3xl p-(--card-pad)">
        <h2>{t('title')}</h2>
        <p className="mb-4 mt-1 max-w-text text-muted">{t(chosen ? 'leadSend' : 'lead')}</p>
        {chosen ? <SendForm frame={frame} chosen={chosen} show={show} shielded={shielded} /> : <ChooseForm personId={frame.bar.id} receivers={receivers} to="" show={show} protectedAddress={protectedAddress} />}
      </section>
    </PersonFrame>
  )
}
