import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SmallForm, type SmallField } from '@/components/casework/small-form'
import { ActionButton } from '@/components/ui/action-button'
import { Explain } from '@/components/ui/explain'
import { Tag } from '@/components/ui/tag'
import { channels, NO_SHOW_KIND } from '@/lib/casework/contacts/rules'
import { addKind, changeKind, retireKind, reviveKind } from '@/lib/casework/kinds/actions'
import type { KeptKind } from '@/lib/casework/kinds/queries'
import { nameOf } from '@/lib/platform/i18n/named'

/** The kinds of contact in the order the form shows them: names, what each counts as, place, and whether a new contact may be of it. */
export function KindsPage({ kinds, heading }: { kinds: KeptKind[]; heading: ReactNode }) {
  const [t, locale] = [useTranslations('kinds'), useLocale()]
  const place = String(Math.max(0, ...kinds.filter(({ retired }) => !retired).map(({ position }) => position)) + 1)
  const fields = (kind?: KeptKind): SmallField[] => [
    { kind: 'line', name: 'nameDa', label: t('nameDa'), value: kind?.nameDa }, { kind: 'line', name: 'nameEn', label: t('nameEn'), value: kind?.nameEn },
    ...(kind && !kind.movable ? [] : [{ kind: 'select' as const, name: 'channel', label: t('channel'), help: t('channelHelp'), placeholder: t('choose'), value: kind?.channel, options: channels.map((value) => ({ value, label: t(`as.${value}`) })) }]),
    { kind: 'number', name: 'position', label: t('position'), help: t('positionHelp'), value: kind ? String(kind.position) : place },
  ]
  return (
    <>
      {heading}
      <div className="max-w-3xl">
        <ul className="space-y-3">
          {kinds.map((kind) => (
            <li key={kind.code} className="card">
              <div className="card-body flex flex-wrap items-start gap-x-6 gap-y-2">
                <div className="min-w-0 flex-1 basis-56">
                  <h2 className="flex flex-wrap items-center gap-2 text-base">{nameOf(kind, locale)}{kind.retired && <Tag>{t('retired')}</Tag>}</h2>
                  <p className="text-sm text-muted">{locale === 'da' ? kind.nameEn : kind.nameDa} · {t('counts', { channel: t(`as.${kind.channel}`) })}{kind.code === NO_SHOW_KIND && <> · {t('noShow')}</>}</p>
                </div>
                <Explain summary={t('change')}><SmallForm action={changeKind} scope={kind.code} hidden={{ kind: kind.code, version: String(kind.version) }} fields={fields(kind)} submit={t('save')} /></Explain>
                {kind.code !== NO_SHOW_KIND && <ActionButton action={kind.retired ? reviveKind : retireKind} values={{ kind: kind.code }} size="small" variant="quiet">{t(kind.retired ? 'revive' : 'retire')}</ActionButton>}
              </div>
            </li>
          ))}
        </ul>
        <section className="card mt-6" aria-labelledby="new-kind">
          <div className="card-head"><h2 id="new-kind">{t('new')}</h2></div>
          <div className="card-body"><SmallForm key={kinds.length} action={addKind} scope="new" fields={fields()} submit={t('add')} /></div>
        </section>
      </div>
    </>
  )
}
