import { z } from 'zod'
import { words } from '../../volunteers/schema'
import { meetings } from '../rules'

export const checkInInput = z.object({ code: z.string().max(60), meets: z.enum(meetings, 'matches.error.meets'), safe: z.enum(['yes', 'no'], 'matches.error.safe'), words: words(1000) })
