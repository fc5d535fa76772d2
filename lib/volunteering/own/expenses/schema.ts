import { z } from 'zod'
import { claimFields, readClaim } from '../../expenses/schema'

/** As staff write one, and beside the file, which no schema reads. */
export const ownExpenseInput = z.object(claimFields).transform(readClaim)
