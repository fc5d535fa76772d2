/** What an association is mostly about (001: sport, culture, social work, scouts, environment, faith, hobby). */
export const associationKinds = ['social', 'sport', 'culture', 'scouts', 'environment', 'faith', 'minority', 'hobby', 'other'] as const
export type AssociationKind = (typeof associationKinds)[number]

/** The lists of associations: every one, those whose agreement needs somebody, those whose yearly meeting is missing, those whose is due soon and not planned, and those that signed up and wait for an answer, which are on no other. */
export const associationTabs = ['all', 'agreement', 'dialogue', 'soon', 'new'] as const
export type AssociationTab = (typeof associationTabs)[number]
export function isInTab(tab: AssociationTab, { due, dialogue, waits }: { due: object | null; dialogue: { state: string }; waits: boolean }): boolean {
  if (waits || tab === 'new') return waits && tab === 'new'
  return tab === 'all' || (tab === 'agreement' ? due !== null : dialogue.state === (tab === 'soon' ? 'soon' : 'missing'))
}

/** Whether every word that is looked for is somewhere in the name, whatever the case. Nothing looked for: everybody. */
export const isNamed = (words: string | null, { name }: { name: string }): boolean => (words ?? '').toLocaleLowerCase('da').split(/\s+/).every((word) => name.toLocaleLowerCase('da').includes(word))
