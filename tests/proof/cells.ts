/** One cell of the matrix in one layer. `what`: the permission with what was tried. */
export type LayerCell = { layer: 'app' | 'http'; asker: string; what: string; row: string; declared: boolean; found: boolean }

/** The sentence of an action that is not for the asker; or that nobody is signed in. */
export const refusedText = 'Du har ikke adgang til dette.'
/** Ends the very session it is asked in: tried last. */
export const endsSession = / (signOut|signOutEverywhere|endOneSession)$/

export const cellInWords = ({ layer, asker, what, row, declared, found }: LayerCell): string => `${layer}: ${asker}: ${what}${row ? ` of ${row}` : ''}: declared ${declared ? 'yes' : 'no'}, found ${found ? 'yes' : 'no'}`
