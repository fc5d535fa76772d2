import { redirect } from 'next/navigation'
import { save } from '../main-query'

async function saveContact(form) {
  'use server'
  await save(form)
  redirect('/nothing')
}

export const dynamic = 'force-dynamic'

export default function Page() {
  return <form action={saveContact}><button>Save</button></form>
}
