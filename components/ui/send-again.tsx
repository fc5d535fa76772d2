'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Icon } from './icon'

/** The server is being started again, or nobody answers for it. */
const NOBODY_THERE = [502, 503, 504]
const [SOON, SELDOM] = [1000, 8000]

/** A form of ours with the id under which it is done once, however often it is sent. */
function doneOnce(init: RequestInit | undefined): boolean {
  return init?.body instanceof FormData && new Headers(init.headers).has('next-action') && [...init.body.keys()].some((name) => name.endsWith('submission'))
}

const pause = (milliseconds: number) => new Promise<void>((done) => {
  const timer = setTimeout(done, milliseconds)
  window.addEventListener('online', () => (clearTimeout(timer), done()), { once: true })
})

/**
 * A form that is sent while the connection is down waits and is sent again when it is back. Otherwise the failed request would put a page of
 * an error in place of the form, and with it of everything typed. Only forms with an id of their own: they are done once.
 */
export function SendAgain() {
  const t = useTranslations('ui.connection')
  const [waiting, setWaiting] = useState(0)
  useEffect(() => {
    const once = window.fetch
    const again: typeof fetch = async (input, init) => {
      if (!doneOnce(init)) return once(input, init)
      for (let wait = SOON; ; wait = Math.min(wait * 2, SELDOM)) {
        const answer = await once(input, init).catch((error: unknown) => (init?.signal?.aborted ? Promise.reject(error) : null))
        if (answer && !NOBODY_THERE.includes(answer.status)) return answer
        setWaiting((n) => n + 1)
        await pause(wait)
        setWaiting((n) => n - 1)
      }
    }
    window.fetch = again
    return () => void (window.fetch = once)
  }, [])
  return (
    <div role="status" className={waiting > 0 ? 'no-print fixed inset-x-0 bottom-0 z-50 p-3' : 'sr-only'}>
      {waiting > 0 && <p className="alert alert-warning mx-auto max-w-xl shadow-lg"><Icon name="warning" className="text-warning" /><span>{t('waiting')}</span></p>}
    </div>
  )
}
