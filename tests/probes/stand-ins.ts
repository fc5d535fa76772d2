// In place of the modules that make actions, while the actions are being listed: keeps what an action was declared with.
type Options = { may?: string; limit?: { name: string }; schema: unknown }

export const staffAction = (options: Options) => Object.assign(async () => null, { declared: options })
export const publicAction = staffAction
export class Refused extends Error {}
export class SearchRefused extends Refused {}
// Of next and next-intl: never called while listing.
const never = () => {
  throw new Error('Nothing runs while actions are listed')
}
export { never as redirect, never as notFound, never as permanentRedirect, never as unstable_rethrow, never as cookies, never as headers, never as after, never as revalidatePath, never as createTranslator }
export const getTranslations = async () => (key: string) => key
export const getLocale = async () => 'da'
export const useTranslations = () => (key: string) => key
export const useLocale = () => 'da'
export default {}
