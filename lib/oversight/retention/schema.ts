import { z } from 'zod'
import { recordVersion } from '@/lib/platform/record-version'
import { fitsKind, KINDS, UNITS } from './rules'

export const ruleInput = z.object({
  kind: z.enum(KINDS),
  version: recordVersion,
  length: z.coerce.number({ error: 'oversight.retention.error.length' }).int('oversight.retention.error.length').min(1, 'oversight.retention.error.length').max(1200, 'oversight.retention.error.length'),
  unit: z.enum(UNITS, 'oversight.retention.error.unit'),
  source: z.string().trim().min(3, 'oversight.retention.error.source').max(300, 'oversight.subject.error.long'),
  active: z.enum(['on']).optional().transform((value) => value === 'on'),
  archive: z.enum(['on']).optional().transform((value) => value === 'on'),
}).refine((rule) => fitsKind(rule.kind, rule), { path: ['length'], error: 'oversight.retention.error.logYear' })
  .transform((rule) => ({ ...rule, archive: rule.archive && rule.kind !== 'audit_log' }))
/** `count`: how much a rule that is off would erase is worked out when somebody asks. */
export const ruleView = z.object({ count: z.literal('yes').optional().catch(undefined) })
export const proposeInput = z.object({})
export const runInput = z.object({ runId: z.uuid(), version: recordVersion })
