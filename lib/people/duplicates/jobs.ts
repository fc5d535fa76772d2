import 'server-only'
import { transaction } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs/handler'
import { findDuplicates } from './find/writes'

/** Every night: pairs of records that may be one person. */
export const findDuplicatesJob: JobHandler<'people.duplicates'> = () => transaction({ role: 'worker' }, (tx) => findDuplicates(tx), 600_000)
