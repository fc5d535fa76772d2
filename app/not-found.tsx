import { NotFoundPage } from '@/components/frame/not-found-page'

export default function NotFound() {
  return <main id="content" className="mx-auto max-w-6xl p-6"><NotFoundPage /></main>
}
