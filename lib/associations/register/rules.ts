/** What an association is mostly about (001: sport, culture, social work, scouts, environment, faith, hobby). */
export const associationKinds = ['social', 'sport', 'culture', 'scouts', 'environment', 'faith', 'minority', 'hobby', 'other'] as const
export type AssociationKind = (typeof associationKinds)[number]

/** The lists of associations: every one, those whose agreement needs somebody, and those whose yearly meeting is missing. */
export const associationTabs = ['all', 'agreement', 'dialogue'] as const
export type AssociationTab = (typeof associationTabs)[number]
export const isInTab = (tab: AssociationTab, { due, dialogue }: { due: object | null; dialogue: { state: string } }): boolean => tab === 'all' || (tab === 'agreement' ? due !== null : dialogue.state === 'missing')
