import { z } from 'zod'

/** The version of a record a form was made from. Bounded as the column is: a larger number would be quoted in the database's own log, whatever it was. */
export const recordVersion = z.coerce.number().int().min(0).max(2_147_483_647)
