import { getTranslations } from 'next-intl/server'
import QRCode from 'qrcode'
import { Alert } from '@/components/ui/alert'
import { base32, enrolmentAddress } from '@/lib/access/second-factor/totp'
import { BeginForm, ConfirmForm } from './setup-forms'

type Props = { next: string; email: string; waits: boolean; confirmed: boolean; secret: Uint8Array | null }

/** Three steps on one page: begin, read the code with an app, type its first number. The recovery codes take the form's place. */
export async function SetupPage({ next, email, waits, confirmed, secret }: Props) {
  const t = await getTranslations('secondFactor')
  const address = secret && enrolmentAddress(secret, email, 'Indgang')
  const drawing = address && `data:image/svg+xml,${encodeURIComponent(await QRCode.toString(address, { type: 'svg', margin: 4 }))}`
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-lg flex-col justify-center gap-5 px-4 py-10">
      <header><h1>{t('setupTitle')}</h1><p className="mt-1 text-muted">{waits ? t('setupRequired') : t('setupLead')}</p></header>
      {secret && drawing && (
        <ol className="list-decimal space-y-4 ps-6">
          <li>{t('stepApp')}</li>
          <li>
            {t('stepScan')}
            {/* eslint-disable-next-line @next/next/no-img-element -- drawn here, not fetched */}
            <img src={drawing} alt={t('drawing')} width={220} height={220} className="my-3 border border-line bg-white" />
            <p className="text-muted">{t('byHand')} <code className="break-all">{base32(secret).match(/.{1,4}/g)?.join(' ')}</code></p>
          </li>
          <li>{t('stepCode')}</li>
        </ol>
      )}
      {confirmed && <Alert tone="success" title={t('isOn')}>{t('isOnLead')}</Alert>}
      {!secret && !confirmed && <BeginForm label={t('begin')} />}
      <ConfirmForm ask={Boolean(secret)} next={next} texts={{ code: t('code'), submit: t('confirm'), codesTitle: t('codesTitle'), codesLead: t('codesLead'), go: t('go') }} />
    </main>
  )
}
