'use client'

import { ExplainLater } from '@/components/ui/explain-later'
import { addToContact } from '@/lib/casework/contacts/actions'
import { redactContact } from '@/lib/casework/contacts/redaction/actions'
import { remarkContact } from '@/lib/casework/contacts/remarks/actions'
import type { EntryForm } from '@/lib/casework/contacts/rules'
import type { EntryTexts } from './entry-texts'
import { SmallForm } from './small-form'

const actions = { add: addToContact, remark: remarkContact, redact: redactContact } as const satisfies Record<EntryForm, unknown>

type Props = { personId: string; contactId: string; /** Those the reader may send. */ forms: EntryForm[]; /** The one the address asks for. */ unfolded: EntryForm | null; page: number; /** One object for all entries, so that it is sent once. */ texts: EntryTexts }

/** What can be put under an entry: a task, an addition, a colleague's praise or comment; and taking it back. */
export function EntryForms({ personId, contactId, forms, unfolded, page, texts }: Props) {
  const here = `/people/${personId}/contacts?page=${page}&open=${contactId}`
  return (
    <div className="no-print flex flex-wrap gap-x-6">
      <a href={`/people/${personId}/tasks?contact=${contactId}#new`} className="text-sm">{texts.makeTask}</a>
      {forms.map((name) => (
        <ExplainLater key={name} summary={texts[name].title} href={`${here}&form=${name}#contact-${contactId}`} open={name === unfolded}>
          {() => <SmallForm action={actions[name]} scope={name === 'add' ? contactId : `${name}-${contactId}`} hidden={{ personId, contactId }} submit={texts[name].submit} variant={name === 'redact' ? 'danger' : undefined} fields={texts[name].fields} />}
        </ExplainLater>
      ))}
    </div>
  )
}
