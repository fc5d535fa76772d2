import { useTranslations } from 'next-intl'
import type { PublicMunicipality } from '@/lib/portal/municipality'

/** Where an answer ends, and where every link ends that does not hold: the same to everybody. */
export function AnsweredView({ kind, municipality }: { kind: 'thanks' | 'shut'; municipality: PublicMunicipality | null }) {
  const t = useTranslations('matches')
  return (
    <div className="prose">
      <h1>{t(`${kind}.title`)}</h1>
      <p>{t(`${kind}.lead`)}</p>
      {municipality && <p>{t.rich('callMunicipality', { name: municipality.name, phone: () => <a href={`tel:${municipality.phone.replace(/\s/g, '')}`}>{municipality.phone}</a> })}</p>}
    </div>
  )
}
