'use client'

import { useTranslations } from 'next-intl'
import { type FocusEvent, type FormEvent, useEffect, useRef, useState } from 'react'
import { keepDraft } from '@/lib/casework/contacts/actions'

/** Kept so long after the last key, and tried again so often while it cannot be. */
const PAUSE = 2000
const AGAIN = 10_000

type State = 'nothing' | 'typing' | 'saving' | 'saved' | 'failed'

/** Keeps what is typed on the server, and says honestly whether it is kept. Without scripts there is no draft, and the form is as it was. */
export function useDraft(restored: string | undefined) {
  const t = useTranslations('ui.draft')
  const [id] = useState(() => restored ?? crypto.randomUUID())
  const [state, setState] = useState<State>('nothing')
  const form = useRef<HTMLFormElement | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const save = async (): Promise<void> => {
    clearTimeout(timer.current)
    if (!form.current?.isConnected) return
    setState('saving')
    const answer = await keepDraft(null, new FormData(form.current)).catch(() => null)
    if (answer?.ok) return setState((now) => (now === 'saving' ? 'saved' : now))
    setState('failed')
    timer.current = setTimeout(save, AGAIN)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    id,
    says: state === 'nothing' ? '' : t(state),
    typed: ({ currentTarget }: FormEvent<HTMLFormElement>) => {
      form.current = currentTarget
      setState('typing')
      clearTimeout(timer.current)
      timer.current = setTimeout(save, PAUSE)
    },
    /** Leaving the form, as for another window: what waits is kept at once. */
    left: ({ currentTarget, relatedTarget }: FocusEvent<HTMLFormElement>) => {
      if (state === 'typing' && !currentTarget.contains(relatedTarget)) void save()
    },
  }
}
