/** What an association is mostly about (001: sport, culture, social work, scouts, environment, faith, hobby). */
export const associationKinds = ['social', 'sport', 'culture', 'scouts', 'environment', 'faith', 'minority', 'hobby', 'other'] as const
export type AssociationKind = (typeof associationKinds)[number]
