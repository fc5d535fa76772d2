'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Draws the page anew every few seconds while something is under way. Without scripts the reader does so themselves. */
export function Live({ seconds }: { seconds: number }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, seconds * 1000)
    return () => clearInterval(timer)
  }, [router, seconds])
  return null
}
