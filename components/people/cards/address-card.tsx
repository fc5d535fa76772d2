import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { ActionButton } from '@/components/ui/action-button'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { endAddress } from '@/lib/people/places/actions'
import { addressLine } from '@/lib/people/places/rules'
import { PURPOSES } from '@/lib/people/places/schema'
import { RevealAddress } from '../reveal-address'
import { ChangedText, EditLink, FactRow, Former, Nothing, PeriodText, sourceName } from './card-parts'
import type { CardProps } from './personal-card'

/** A protected address is not in the page at all until somebody cleared says what it is for. */
export function AddressCard({ bar, facts, mayUpdate, cleared }: CardProps & { cleared: boolean }) {
  const t = useTranslations('people')
  const hidden = bar.protection === 'P1' || bar.protection === 'P2'
  const current = facts.addresses.filter((address) => !address.toDay)
  const former = facts.addresses.filter((address) => address.toDay)
  const purposes = PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))
  return (
    <Card title={t('card.address')} source={current[0] && sourceName(t, current[0].source)} changed={facts.changed.address && <ChangedText changed={facts.changed.address} />} actions={<EditLink may={mayUpdate} personId={bar.id} section="address" label={t('card.newAddress')} />}>
      {hidden && <Alert tone="neutral" icon="lock" compact title={t('card.protectedAddress')}>{cleared ? <RevealAddress personId={bar.id} purposes={purposes} texts={{ why: t('card.protectedWhy'), none: t('card.noProtectedAddress') }} /> : t('card.protectedNoAccess')}</Alert>}
      {cleared && <p className="no-print mb-2 text-sm"><Link href={`/people/${bar.id}/shown`} prefetch={false}>{t('card.shown')}</Link></p>}
      {!hidden && current.length === 0 && <Nothing>{t('card.noAddress')}</Nothing>}
      <ul>
        {current.map((address) => (
          <FactRow key={address.id} actions={<><EditLink may={mayUpdate} personId={bar.id} section="address" row={address.id} label={t('card.correct')} />{mayUpdate && <ActionButton action={endAddress} variant="quiet" size="small" values={{ personId: bar.id, row: address.id, version: String(address.version) }}>{t('card.end')}</ActionButton>}</>}>
            <span className="font-medium">{addressLine(address)}</span> <span className="text-sm text-muted"><PeriodText {...address} /></span>
          </FactRow>
        ))}
      </ul>
      <Former count={former.length}><ul>{former.map((address) => <FactRow key={address.id}>{addressLine(address)} <PeriodText {...address} /></FactRow>)}</ul></Former>
    </Card>
  )
}
