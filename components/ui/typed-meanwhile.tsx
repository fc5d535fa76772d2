'use client'

import { useEffect } from 'react'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Typed = { value: string; checked: boolean; files: FileList | null }
type Place = () => Control | undefined

const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement

const isTick = (control: Control): control is HTMLInputElement => control.type === 'checkbox' || control.type === 'radio'

/** Finds a control again after the form was drawn anew: those of one name stay in their order, and boxes of one name are told apart by their value. */
function placeOf(form: HTMLFormElement, control: Control): Place {
  const { name, value } = control
  const same = () => [...form.elements].filter(isControl).filter((one) => one.name === name && (!isTick(control) || one.value === value))
  const index = same().indexOf(control)
  return () => same()[index]
}

const typedIn = (control: Control): Typed => ({ value: control.value, checked: isTick(control) && control.checked, files: control instanceof HTMLInputElement ? control.files : null })

function putBack(control: Control, { value, checked, files }: Typed) {
  if (isTick(control)) control.checked = checked
  else if (control instanceof HTMLInputElement && control.type === 'file') control.files = files
  else control.value = value
  // Counters, the bar of ticked rows and the draft follow what stands there.
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }))
}

/**
 * What is typed between pressing the button and the answer stays. React puts a form back to what the answer says once it is there, and on a slow line
 * that took the last words with it.
 */
export function TypedMeanwhile() {
  useEffect(() => {
    const onTheirWay = new WeakMap<HTMLFormElement, Map<Control, Place>>()
    const sent = ({ target }: Event) => void (target instanceof HTMLFormElement && onTheirWay.set(target, onTheirWay.get(target) ?? new Map()))
    const typed = ({ target }: Event) => void (isControl(target) && target.form && target.name && onTheirWay.get(target.form)?.set(target, placeOf(target.form, target)))
    const answered = ({ target }: Event) => {
      if (!(target instanceof HTMLFormElement)) return
      // The event comes before the form is put back: what stands in it now is what was typed.
      const kept = [...(onTheirWay.get(target) ?? [])].map(([control, place]) => ({ place, typed: typedIn(control) }))
      onTheirWay.delete(target)
      queueMicrotask(() => { for (const { place, typed } of kept) { const control = place(); if (control) putBack(control, typed) } })
    }
    const events = { submit: sent, input: typed, reset: answered }
    for (const [type, listener] of Object.entries(events)) document.addEventListener(type, listener, true)
    return () => { for (const [type, listener] of Object.entries(events)) document.removeEventListener(type, listener, true) }
  }, [])
  return null
}
