'use client'

import { useTranslations } from 'next-intl'
import { type FocusEvent, type FormEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { keepDraft } from '@/lib/casework/contacts/actions'

/** Kept so long after the last key, at the latest so long after the first, and tried again so often while it cannot be. */
const PAUSE = 2000
const LONGEST = 8000
const AGAIN = 10_000

type State = 'nothing' | 'typing' | 'saving' | 'saved' | 'failed'

/** Keeps what is typed on the server, and says honestly whether it is kept. Without scripts there is no draft, and the form is as it was. */
export function useDraft(restored: string | undefined) {
  const t = useTranslations('ui.draft')
  const [id] = useState(() => restored ?? crypto.randomUUID())
  const [state, setState] = useState<State>('nothing')
  const form = useRef<HTMLFormElement | null>(null)
  const since = useRef<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const asked = useRef(0)

  const save = async (): Promise<void> => {
    clearTimeout(timer.current)
    if (!form.current?.isConnected) return
    since.current = null
    setState('saving')
    const turn = ++asked.current
    const words = new FormData(form.current)
    // Not a form that is sent: while the connection is down it says that nothing is kept, and tries by itself.
    words.delete('submission')
    const answer = await keepDraft(null, words).catch(() => null)
    // On a slow day the answer to an earlier text comes while a later one is on its way: that one is not kept yet.
    if (turn !== asked.current) return
    if (answer?.ok) return setState((now) => (now === 'saving' ? 'saved' : now))
    setState('failed')
    since.current ??= Date.now()
    timer.current = setTimeout(save, AGAIN)
  }
  const keepWaiting = useEffectEvent(() => {
    if (since.current !== null) void save()
  })
  useEffect(() => {
    // Another window, another app, the telephone put away: what waits is kept at once. And as soon as the connection is back.
    const away = () => document.visibilityState === 'hidden' && keepWaiting()
    const back = () => keepWaiting()
    document.addEventListener('visibilitychange', away)
    window.addEventListener('online', back)
    return () => {
      document.removeEventListener('visibilitychange', away)
      window.removeEventListener('online', back)
      clearTimeout(timer.current)
    }
  }, [])
  return {
    id,
    says: state === 'nothing' ? '' : t(state),
    typed: ({ currentTarget }: FormEvent<HTMLFormElement>) => {
      form.current = currentTarget
      setState('typing')
      clearTimeout(timer.current)
      since.current ??= Date.now()
      timer.current = setTimeout(save, Math.max(0, Math.min(PAUSE, since.current + LONGEST - Date.now())))
    },
    /** Leaving the form, as for another window: what waits is kept at once. */
    left: ({ currentTarget, relatedTarget }: FocusEvent<HTMLFormElement>) => {
      if (state === 'typing' && !currentTarget.contains(relatedTarget)) void save()
    },
  }
}
