import { getTranslations } from 'next-intl/server'
import { type Right, readRight } from '@/lib/access/rights/rules'

/** The right in words: the role's name, or what the clearance opens. */
export async function rightNames(): Promise<(right: Right) => string> {
  const role = await getTranslations('frame.roles')
  const clearance = await getTranslations('access.account.clearance')
  return (right) => {
    const one = readRight(right)
    return one.role ? role(one.role) : clearance(one.clearance)
  }
}
