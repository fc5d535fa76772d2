import 'server-only'
import type { Actor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read'

/** Null: kept back, because it is under five or tells of one that is. Where unchanged and worse are kept back alone, what is left of the compared is both of them. */
type Kept = number | null
export type UnitDimension = { code: string; nameDa: string; nameEn: string; /** Whose case follows a method with this scale, or who were rated on it. */ asked: Kept; improved: Kept; unchanged: Kept; worse: Kept; /** With two ratings by one rater, or one where the scale counts from its start. */ compared: Kept }
export type UnitScale = { code: string; nameDa: string; nameEn: string; dimensions: UnitDimension[] }
export type UnitProgress = { /** Those the unit’s staff are responsible for today. */ people: Kept; scales: UnitScale[] }

/** How many of the unit’s people got further. What is small is kept back in the database. */
export function unitProgress(actor: Actor): Promise<UnitProgress> {
  return readAs(actor, 'progress.overview', async ({ tx, shown }) => {
    const rows = await tx.$queryRaw<(UnitDimension & { people: Kept; scale: string; scaleDa: string; scaleEn: string })[]>`
      SELECT f.people, s.code AS scale, s.name_da AS "scaleDa", s.name_en AS "scaleEn", d.code, d.name_da AS "nameDa", d.name_en AS "nameEn", f.asked, f.improved, f.unchanged, f.worse, f.compared
      FROM access.unit_progress() f JOIN progress_scale s ON s.code = f.scale_code JOIN progress_dimension d ON d.code = f.dimension_code ORDER BY s.position, s.code, d.position, d.code`
    shown({ action: 'progress.unit-counted' })
    const scales = [...new Set(rows.map(({ scale }) => scale))].map((code): UnitScale => {
      const own = rows.filter(({ scale }) => scale === code)
      return { code, nameDa: own[0]?.scaleDa ?? code, nameEn: own[0]?.scaleEn ?? code, dimensions: own.map(({ people: _, scale: __, scaleDa: ___, scaleEn: ____, ...dimension }) => dimension) }
    })
    return { people: rows[0]?.people ?? null, scales }
  })
}
