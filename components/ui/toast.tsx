'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Icon } from './icon'
import { statusIcons, type Tone } from './tone'

type Props = {
  /** The message the last action left, ready to show; null for none. */
  message: string | null
  /** Where it may lead on to. */
  link?: { href: string; label: string } | null
  tone?: Exclude<Tone, 'neutral'>
  /** Changes with every message, so that the same sentence twice is said twice. */
  id?: string
  /** The cookie the message came in: removed once shown. Must not be HttpOnly. */
  cookie?: string
}

/** What just happened, said politely and left standing until dismissed or the next page: reading speed differs. Once, in the frame. */
export function Toast({ message, link, tone = 'success', id, cookie }: Props) {
  const t = useTranslations('ui.toast')
  const key = id ?? message
  const [dismissed, setDismissed] = useState<string | null>(null)

  useEffect(() => {
    if (message && cookie) document.cookie = `${cookie}=; path=/; max-age=0; samesite=lax`
  }, [message, cookie, id])

  const shown = message && dismissed !== key
  return (
    <div className="toast-region no-print" role="status">
      {shown && (
        <div className={`toast alert-${tone}`} key={key}>
          <Icon name={statusIcons[tone]} className="alert-icon" />
          <p className="flex-1">{message}{link && <> <a href={link.href}>{link.label}</a></>}</p>
          <button type="button" className="icon-button" aria-label={t('dismiss')} onClick={() => setDismissed(key)}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  )
}
