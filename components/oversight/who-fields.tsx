'use client'

import { DateField } from '@/components/ui/date-field'
import type { FormState } from '@/components/ui/form-state'
import { TextInput } from '@/components/ui/text-input'

export type WhoTexts = Record<'cpr' | 'cprHelp' | 'or' | 'name' | 'born', string>

/** Whom it is about: the number, or name and birthday. In the form alone, never in an address. */
export function WhoFields({ texts, state }: { texts: WhoTexts; state: FormState }) {
  return (
    <>
      <TextInput name="cpr" label={texts.cpr} help={texts.cprHelp} state={state} width="short" autoComplete="off" inputMode="numeric" />
      <p className="font-semibold">{texts.or}</p>
      <TextInput name="name" label={texts.name} state={state} autoComplete="off" />
      <DateField name="born" label={texts.born} state={state} />
    </>
  )
}
