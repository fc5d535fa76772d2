import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { QuestionView } from '@/components/volunteering/matches/question-view'
import { openQuestion } from '@/lib/volunteering/matching/asking/question-page'

// The same title for every code, right or wrong: titles end in histories and on shared screens.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('matches'))('question.page'), robots: { index: false, follow: false, nocache: true }, referrer: 'same-origin' }
}

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const question = await openQuestion(code)
  if (!question) redirect('/frivillig/svar/lukket')
  return <QuestionView code={code} question={question} />
}
