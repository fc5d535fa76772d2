'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmissionField } from '@/components/ui/submission-field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { saveDraft } from '@/lib/messaging/templates/actions'

export type DraftBlock = { kind: string; label: string; fields: { name: string; label: string; value: string; long: boolean }[] }
type Texts = Record<'title' | 'titleHelp' | 'save' | 'up' | 'down' | 'remove' | 'add' | 'legend', string>
type Props = { versionId: string; seen: string; language: string; title: string; blocks: DraftBlock[]; kinds: { kind: string; label: string }[]; texts: Texts }

/** A letter as its blocks. Arrows and crosses are buttons of the same form: whatever was typed goes along, with and without scripts. */
export function DraftForm({ versionId, seen, language, title, blocks, kinds, texts }: Props) {
  const [state, submit] = useActionState(saveDraft, null)
  return (
    <form action={submit} noValidate className="max-w-3xl space-y-6" lang={language}>
      <ErrorSummary state={state} />
      <SubmissionField state={state} />
      <input type="hidden" name="versionId" value={versionId} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="count" value={blocks.length} />
      <TextInput name="title" label={texts.title} help={texts.titleHelp} state={state} defaultValue={title} />
      {blocks.map((block, index) => (
        <fieldset key={`${seen}-${index}`} className="space-y-3 border-t border-line pt-4">
          <legend className="sr-only">{texts.legend.replace('{number}', String(index + 1))}: {block.label}</legend>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="eyebrow" aria-hidden="true">{index + 1} · {block.label}</p>
            <span className="form-actions">
              <SubmitButton name="do" value={`up:${index}`} variant="secondary" size="small" formNoValidate>{texts.up}</SubmitButton>
              <SubmitButton name="do" value={`down:${index}`} variant="secondary" size="small" formNoValidate>{texts.down}</SubmitButton>
              <SubmitButton name="do" value={`remove:${index}`} variant="secondary" size="small" formNoValidate>{texts.remove}</SubmitButton>
            </span>
          </div>
          <input type="hidden" name={`b${index}.kind`} value={block.kind} />
          {block.fields.map((field) => field.long
            ? <TextArea key={field.name} name={`b${index}.${field.name}`} label={field.label} state={state} defaultValue={field.value} rows={3} />
            : <TextInput key={field.name} name={`b${index}.${field.name}`} label={field.label} state={state} defaultValue={field.value} />)}
        </fieldset>
      ))}
      <div className="border-t border-line pt-4">
        <p className="mb-2 font-semibold">{texts.add}</p>
        <span className="form-actions">{kinds.map(({ kind, label }) => <SubmitButton key={kind} name="do" value={`add:${kind}`} variant="secondary" size="small" formNoValidate>{label}</SubmitButton>)}</span>
      </div>
      <div className="form-actions"><SubmitButton name="do" value="save">{texts.save}</SubmitButton></div>
    </form>
  )
}
