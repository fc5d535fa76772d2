/**
 * The written list of what a representative sees (ADR 0047): by function of schema `access`, each column it answers with. Nothing else reaches their pages. tests/integration/associations/own-fields.test.ts compares
 * it with the functions themselves and with what their session can read of any table: a column more is a line here first.
 */
export const ownAssociationFields = {
  association_areas: ['code', 'name_da', 'name_en'],
  own_agreed_contacts: ['number', 'side', 'name', 'title', 'phone'],
  own_agreements: ['number', 'from_day', 'to_day', 'review_on', 'responsibilities', 'contributions', 'goals', 'insurance', 'data_terms', 'places', 'signed_id'],
  own_association: ['name', 'kind', 'about', 'offers', 'areas', 'website', 'version', 'active'],
  own_association_contacts: ['id', 'name', 'title', 'email', 'phone'],
  own_association_unit: ['unit', 'phone', 'email'],
  own_dialogue_points: ['meeting_id', 'words', 'due_on', 'done_on'],
  own_dialogues: ['id', 'on_day', 'agenda', 'participants'],
  own_ground_rules: ['workplace', 'from_day', 'volunteers', 'staff', 'together', 'agreed_with'],
  own_signed_file: ['bytes', 'mime', 'name'],
} as const satisfies Record<string, readonly string[]>

/** Functions that only write, and answer with how it went. */
export const ownAssociationWrites = ['add_own_contact', 'end_own_contact', 'set_own_association'] as const
