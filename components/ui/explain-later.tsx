'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Icon } from './icon'

type Props = { summary: ReactNode; /** This page with it unfolded: for whoever has no scripts, or not yet. */ href: string; open: boolean; children: () => ReactNode }

/** Unfolds like `Explain`; what stands in it is made when it is unfolded first, and kept from then on. For a form that every row of a long page has: a hundred of them weigh more than the page. */
export function ExplainLater({ summary, href, open, children }: Props) {
  const t = useTranslations('ui.explain')
  const [made, setMade] = useState(open)
  // A press makes it before it is seen, a browser that unfolds by itself right after; and it may have been unfolded before the scripts were there to hear it.
  return (
    <details ref={(box) => { if (box?.open) setMade(true) }} className="explain" open={open} onToggle={() => setMade(true)}>
      <summary onClick={() => setMade(true)}><Icon name="forward" />{summary}</summary>
      <div className="explain-body">{made ? children() : <a href={href}>{t('form')}</a>}</div>
    </details>
  )
}
