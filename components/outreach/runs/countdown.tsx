'use client'

import { useEffect, useState } from 'react'

/** Minutes and seconds until the moment, counted in the browser. The server's own number stands there first and without scripts. */
export function Countdown({ until, initialSeconds, label }: { until: string; initialSeconds: number; label: string }) {
  const [seconds, setSeconds] = useState(initialSeconds)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.max(0, Math.round((Date.parse(until) - Date.now()) / 1000))), 500)
    return () => clearInterval(timer)
  }, [until])
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return <span role="timer" aria-label={label} className="tabular text-3xl font-semibold" suppressHydrationWarning>{text}</span>
}
