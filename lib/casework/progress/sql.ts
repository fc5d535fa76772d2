import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { type Day, toDay } from '@/lib/platform/day'
import type { Aim, Measured, Scale, TakeBackReason } from './rules'

export type MeasurementRow = Measured & {
  /** Who wrote it down, and when. */
  recordedBy: string; recordedAt: Date; byMe: boolean
  takenBack: { at: Date; by: string; why: TakeBackReason } | null
}
export type PersonProgress = { /** In use, and those the person has been measured on. */ scales: Scale[]; /** Oldest first. */ measured: MeasurementRow[]; aims: Aim[]; /** The scale of the method their case follows, as it is asked today. */ usual: string | null }

type Raw = { scales: Scale[]; measured: (Omit<MeasurementRow, 'on' | 'recordedAt' | 'takenBack'> & { on: string; recordedAt: string; takenBack: { at: string; by: string; why: TakeBackReason } | null })[]; aims: (Omit<Aim, 'addedOn' | 'endedOn'> & { addedOn: string; endedOn: string | null })[]; usual: string | null }

/** All there is about one person's progress, in one statement. A line that a merge was undone around belongs to the other record: its values stand, its words do not. */
export async function readProgress(tx: Tx, personId: string, me: string): Promise<PersonProgress> {
  const [row] = await tx.$queryRaw<Raw[]>`
    SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('code', s.code, 'nameDa', s.name_da, 'nameEn', s.name_en, 'aboutDa', s.about_da, 'aboutEn', s.about_en, 'lowest', s.lowest, 'highest', s.highest, 'better', s.better,
        'start', s.start, 'gate', s.gate, 'noise', s.noise, 'anchors', s.anchors, 'retired', s.retired_on IS NOT NULL, 'series', coalesce(s.series, s.code),
        'dimensions', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', d.code, 'nameDa', d.name_da, 'nameEn', d.name_en, 'retired', d.retired_on IS NOT NULL) ORDER BY d.position, d.code), '[]') FROM progress_dimension d WHERE d.scale_code = s.code)) ORDER BY s.position, s.code), '[]')
      FROM progress_scale s WHERE s.retired_on IS NULL OR EXISTS (SELECT 1 FROM progress_measurement m WHERE m.scale_code = s.code AND m.person_id = ${personId}::uuid)) AS scales,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'scale', m.scale_code, 'on', m.measured_on, 'by', m.rated_by, 'recordedBy', u.name, 'recordedAt', m.recorded_at, 'byMe', m.recorded_by = ${me}::uuid,
        'takenBack', CASE WHEN m.taken_back_at IS NOT NULL THEN jsonb_build_object('at', m.taken_back_at, 'by', (SELECT b.name FROM app_user b WHERE b.id = m.taken_back_by), 'why', m.taken_back_why) END,
        'values', (SELECT coalesce(jsonb_agg(jsonb_build_object('dimension', v.dimension_code, 'aim', v.aim_id, 'rating', v.rating, 'words', v.words)), '[]') FROM progress_value v WHERE v.measurement_id = m.id)) ORDER BY m.measured_on, m.recorded_at, m.id), '[]')
      FROM progress_measurement m JOIN app_user u ON u.id = m.recorded_by WHERE m.person_id = ${personId}::uuid) AS measured,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'dimension', a.dimension_code, 'text', a.text, 'addedOn', (a.added_at AT TIME ZONE 'Europe/Copenhagen')::date, 'endedOn', a.ended_on) ORDER BY a.added_at, a.id), '[]') FROM progress_aim a WHERE a.person_id = ${personId}::uuid) AS aims,
    (SELECT (SELECT n.code FROM progress_scale s JOIN progress_scale n ON coalesce(n.series, n.code) = coalesce(s.series, s.code) WHERE s.code = v.scale_code ORDER BY n.number DESC LIMIT 1)
      FROM case_move m JOIN method_version v ON v.id = m.version_id WHERE m.person_id = ${personId}::uuid AND v.scale_code IS NOT NULL ORDER BY m.recorded_at DESC, m.number DESC LIMIT 1) AS usual`
  if (!row) throw new Error('Progress gave no row')
  const day = (text: string | null): Day | null => (text === null ? null : toDay(text))
  return {
    scales: row.scales, usual: row.usual,
    measured: row.measured.map(({ on, recordedAt, takenBack, ...rest }) => ({ ...rest, on: toDay(on), recordedAt: new Date(recordedAt), takenBack: takenBack && { ...takenBack, at: new Date(takenBack.at) } })),
    aims: row.aims.map(({ addedOn, endedOn, ...rest }) => ({ ...rest, addedOn: toDay(addedOn), endedOn: day(endedOn) })),
  }
}
