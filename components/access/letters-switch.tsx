'use client'

import { useSyncExternalStore } from 'react'
import { lettersAreOn, turnLetters } from '@/components/frame/shortcuts'

const listen = (changed: () => void) => {
  window.addEventListener('storage', changed)
  return () => window.removeEventListener('storage', changed)
}

/** Whether a letter alone does something. Kept in this browser; without scripts there is nothing to turn off. */
export function LettersSwitch({ label }: { label: string }) {
  const on = useSyncExternalStore(listen, lettersAreOn, () => true)
  const turn = (to: boolean) => {
    turnLetters(to)
    window.dispatchEvent(new Event('storage'))
  }
  return <label className="choice"><input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} /><span>{label}</span></label>
}
