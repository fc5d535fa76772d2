import { z } from 'zod'
import { recordVersion } from '@/lib/platform/record-version'
import { times } from '../volunteers/rules'
import { some } from '../volunteers/schema'

export const ownTimesInput = z.object({ version: recordVersion, times: some(times as [string, ...string[]]) })
