'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Asks for the page again while it is looked at: quickly at first, then every few seconds. */
export function AutoRefresh() {
  const router = useRouter()
  useEffect(() => {
    let wait = 700
    let timer: ReturnType<typeof setTimeout>
    const ask = () => {
      if (document.visibilityState === 'visible') router.refresh()
      wait = Math.min(wait * 1.3, 4000)
      timer = setTimeout(ask, wait)
    }
    timer = setTimeout(ask, wait)
    return () => clearTimeout(timer)
  }, [router])
  return null
}
