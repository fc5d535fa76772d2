/**
 * Who may do what to whom: the one declaration. `can()`, the action types, the SQL policies (through `access.policy`),
 * docs/access.md and the access tests all come from here. Deny is the default; a row that is not here is a no.
 */
export const roles = [
  'VETERAN_COORDINATOR',
  'CASEWORKER',
  'VOLUNTEER_LEAD',
  'MANAGER',
  'VOLUNTEER',
  'ASSOCIATION_REPRESENTATIVE',
  'ADMINISTRATOR',
  'DATA_PROTECTION_OFFICER',
] as const
export type RoleName = (typeof roles)[number]

/** unit: members of staff of one's own unit · programme: people with a live role of the programme, of the volunteer lead the volunteers · assigned: active assignment · aggregate: figures, cells ≥ 5 · metadata: no content · exception: one person for some hours, reviewed · own: one's own · all: no personal data */
export type Scope = 'unit' | 'programme' | 'assigned' | 'aggregate' | 'metadata' | 'exception' | 'shared' | 'own' | 'all'

/** Highest data class the action can show: K0 public · K1 internal · K2 personal · K3 confidential · K4 special or dangerous. */
export type DataClass = 'K0' | 'K1' | 'K2' | 'K3' | 'K4'

/** stepUp: only by somebody who proved at most five minutes ago who they are (ADR 0017). */
type Declaration = { dataClass: DataClass; purpose?: true; second?: true; stepUp?: true; scopes: Partial<Record<RoleName, Scope>> }

const everybody = Object.fromEntries(roles.map((role) => [role, 'own'])) as Record<RoleName, Scope>
/** Those who work for the municipality: everybody but volunteers and representatives of associations. */
const house = Object.fromEntries(roles.filter((role) => role !== 'VOLUNTEER' && role !== 'ASSOCIATION_REPRESENTATIVE').map((role) => [role, 'all'])) as Partial<Record<RoleName, Scope>>
const coordinator = { VETERAN_COORDINATOR: 'programme' } as const
const lead = { VOLUNTEER_LEAD: 'programme' } as const
const carers = { VETERAN_COORDINATOR: 'programme', CASEWORKER: 'assigned' } as const

export const matrix = {
  self: { dataClass: 'K1', scopes: everybody },
  /** Who works here: name, title, unit and telephone. Not for those outside the house, who are told whom to ring. */
  'colleague.read': { dataClass: 'K1', scopes: house },
  'self.prove': { dataClass: 'K1', stepUp: true, scopes: everybody },
  'self.password': { dataClass: 'K1', stepUp: true, scopes: everybody },
  /** With the town, which tells people of one name apart; never of somebody whose address is protected. */
  'person.search': { dataClass: 'K3', scopes: carers },
  'person.read': { dataClass: 'K4', scopes: carers },
  'person.read.cpr': { dataClass: 'K3', scopes: carers },
  'person.read.address': { dataClass: 'K3', scopes: carers },
  /** On top of this: personal clearance, asked for in the database. */
  'person.read.protected-address': { dataClass: 'K4', purpose: true, stepUp: true, scopes: carers },
  /** In writing, and with the clearance for what it opens: the one way a protection ends. */
  'protection.lift': { dataClass: 'K4', purpose: true, stepUp: true, scopes: carers },
  /** The fields of a live consent to one's own unit, and nothing else of the person. */
  'person.read.shared': { dataClass: 'K3', scopes: { VETERAN_COORDINATOR: 'shared', CASEWORKER: 'shared', VOLUNTEER_LEAD: 'shared' } },
  'consent.read': { dataClass: 'K3', scopes: carers },
  /** Given and withdrawn are rows that are added; nobody changes one. */
  'consent.record': { dataClass: 'K3', scopes: carers },
  /** What has happened with somebody: health and asylum stand in it. */
  'contact.read': { dataClass: 'K4', scopes: carers },
  /** Added, never changed; also in an emergency, because what was done must stand somewhere. */
  'contact.record': { dataClass: 'K4', scopes: carers },
  /** Another's entry that should not stand there: one's own anybody takes back who wrote it. */
  'contact.redact': { dataClass: 'K4', scopes: coordinator },
  /** Tasks with a day, by the reach of the person they are about: what stands in them is of the log's kind. */
  'task.read': { dataClass: 'K4', scopes: carers },
  /** Written, moved, handed on, done; also in an emergency, but then never one's own: it would outlast the hours. */
  'task.record': { dataClass: 'K4', scopes: carers },
  /** How many tasks the unit has, by colleague: numbers, no task. */
  'task.overview': { dataClass: 'K1', scopes: { MANAGER: 'unit' } },
  /** What a unit does with somebody, why it rests and how it ended. */
  'case.read': { dataClass: 'K4', scopes: carers },
  /** A list of one's cases leaves the system as a file: the columns of the screen, with names and next steps. Not in an emergency, because nobody has that person on a list. */
  'case.export': { dataClass: 'K4', stepUp: true, scopes: carers },
  /** Opened, put on hold, closed and opened again: states that are added. Not in an emergency, because a case goes on afterwards. */
  'case.manage': { dataClass: 'K4', scopes: carers },
  /** How many cases each of the unit has, and what they weigh: numbers, no case. */
  'case.overview': { dataClass: 'K1', scopes: { MANAGER: 'unit' } },
  /** A case offered to oneself or one's unit: the name and what the sender wrote, until it is taken. From another unit only with the person's consent. */
  'case.receive': { dataClass: 'K4', scopes: { VETERAN_COORDINATOR: 'shared', CASEWORKER: 'shared' } },
  /** Somebody in one's care referred to a unit, an offer or an association, with a consent that holds; what became of it. Not in an emergency, because a referral goes on afterwards. */
  'referral.manage': { dataClass: 'K4', scopes: carers },
  /** Referrals to one's own unit, behind the live consent each rests on: why, and the answer. */
  'referral.receive': { dataClass: 'K4', scopes: { VETERAN_COORDINATOR: 'shared', CASEWORKER: 'shared', VOLUNTEER_LEAD: 'shared' } },
  /** Coordination meetings: of one's unit, and those one takes part in. What stands on the agenda is read by reach or by the person's live consent, asked in the database. */
  'meeting.read': { dataClass: 'K4', scopes: carers },
  /** Called, held and minuted. Decisions are added, never changed; not in an emergency. */
  'meeting.manage': { dataClass: 'K4', scopes: carers },
  /** What methods there are: steps, criteria and gates; the scales they measure on; and the kinds and topics of the log. Nobody's data. */
  'method.manage': { dataClass: 'K0', scopes: { VETERAN_COORDINATOR: 'all', ADMINISTRATOR: 'all' } },
  /** How somebody rates their challenges and goals over time. */
  'progress.read': { dataClass: 'K4', scopes: carers },
  /** Added, never changed; a wrong one is taken back and keeps its trace. Not in an emergency. */
  'progress.record': { dataClass: 'K4', scopes: carers },
  /** How many got further, by scale: figures with their coverage, none under five, no name. */
  'progress.overview': { dataClass: 'K1', scopes: { MANAGER: 'unit' } },
  /** The unit in figures: caseloads, deadlines, intervals, how long cases take. None about citizens that is under five; the rows behind a figure only by the rights to them. */
  'management.read': { dataClass: 'K1', scopes: { MANAGER: 'unit' } },
  /** The same figures as a file. */
  'management.export': { dataClass: 'K1', stepUp: true, scopes: { MANAGER: 'unit' } },
  /** Goals, agreements and the week, in the citizen's words: wishes, health and where somebody is at which hour. The screening guide as well. */
  'plan.read': { dataClass: 'K4', scopes: carers },
  /** Steps that are added, and nothing written over. Not in an emergency, because a plan goes on afterwards. */
  'plan.manage': { dataClass: 'K4', scopes: carers },
  'person.create': { dataClass: 'K3', scopes: coordinator },
  'person.update': { dataClass: 'K3', scopes: carers },
  'person.merge': { dataClass: 'K3', scopes: coordinator },
  'assignment.manage': { dataClass: 'K2', scopes: coordinator },
  'outreach.read': { dataClass: 'K3', scopes: coordinator },
  'outreach.plan': { dataClass: 'K3', scopes: coordinator },
  /** Never by the person who made the run. */
  'outreach.release': { dataClass: 'K3', second: true, scopes: coordinator },
  /** A list leaves the system as a file. */
  'outreach.export': { dataClass: 'K3', stepUp: true, scopes: coordinator },
  'outreach.print': { dataClass: 'K4', stepUp: true, scopes: coordinator },
  /** A filed letter as it left: a name and an address. Of somebody protected it asks what their address asks: the clearance, and proof (lib/access/read.ts). */
  'letter.open': { dataClass: 'K4', scopes: coordinator },
  'outreach.record': { dataClass: 'K3', scopes: coordinator },
  'outreach.figures': { dataClass: 'K1', scopes: { VETERAN_COORDINATOR: 'aggregate', MANAGER: 'aggregate' } },
  'talk.manage': { dataClass: 'K2', scopes: { VETERAN_COORDINATOR: 'own' } },
  'event.manage': { dataClass: 'K2', scopes: coordinator },
  'template.read': { dataClass: 'K0', scopes: { VETERAN_COORDINATOR: 'all', ADMINISTRATOR: 'all' } },
  'template.edit': { dataClass: 'K0', scopes: { VETERAN_COORDINATOR: 'all', ADMINISTRATOR: 'all' } },
  'import.run': { dataClass: 'K4', scopes: coordinator },
  /** Those who help: who they are, what they can, and where they stand on the way. Their own experience may be health. */
  'volunteer.read': { dataClass: 'K4', scopes: lead },
  /** Steps, papers and courses are added; what they can and will is kept up to date. */
  'volunteer.manage': { dataClass: 'K4', scopes: lead },
  /** A login for a volunteer who helps: a user of its own with the role of volunteer and no other right, ever (ADR 0050). Ending one asks for nothing more than leading volunteers. */
  'volunteer.login': { dataClass: 'K2', stepUp: true, scopes: lead },
  /** A volunteer's own page: a written list of fields, each read by a function that knows no other volunteer (ADR 0050). */
  'volunteer.own': { dataClass: 'K3', scopes: { VOLUNTEER: 'own' } },
  /** What there is to choose among: roles and what they ask for, papers, areas and kinds of groups, with how many use each. Nobody's data. */
  'volunteer.setup': { dataClass: 'K0', scopes: { VOLUNTEER_LEAD: 'all', ADMINISTRATOR: 'all' } },
  /** Who waits and how long, what is needed and what there is, what lasts, and who the volunteers are. For who does not lead them no figure under five. */
  'volunteer.figures': { dataClass: 'K1', scopes: { VOLUNTEER_LEAD: 'aggregate', MANAGER: 'aggregate' } },
  /** A list of volunteers leaves the system as a file. */
  'volunteer.export': { dataClass: 'K2', stepUp: true, scopes: lead },
  /** What volunteers have laid out. A manager reads it by the volunteer’s number, without who it is. */
  'expense.read': { dataClass: 'K3', scopes: { VOLUNTEER_LEAD: 'programme', MANAGER: 'metadata' } },
  /** Written once, and that it was paid. Nothing of it is changed. */
  'expense.record': { dataClass: 'K3', scopes: lead },
  /** Never by the person who wrote it. Refused with a reason by anybody who may. */
  'expense.approve': { dataClass: 'K3', second: true, scopes: { VOLUNTEER_LEAD: 'programme', MANAGER: 'metadata' } },
  /** Associations with who speaks for them and what was agreed: private persons' names and numbers. */
  'association.read': { dataClass: 'K2', scopes: lead },
  'association.manage': { dataClass: 'K2', scopes: lead },
  /** A representative's own association: a written list of fields, each read by a function that knows no other association and no volunteer (ADR 0047). What it says about itself and who speaks for it they keep themselves. */
  'association.own': { dataClass: 'K2', scopes: { ASSOCIATION_REPRESENTATIVE: 'own' } },
  /** That a citizen one has in hand is a volunteer as well: by the number they give. Opens nothing of the volunteer. Not in an emergency. */
  'volunteer.tie': { dataClass: 'K2', scopes: carers },
  /** That somebody in one's care waits for a volunteer, and what they wish. Not in an emergency, because a request goes on afterwards. */
  'volunteer.request': { dataClass: 'K4', scopes: carers },
  /** Who waits, and who could help. Of the citizen what a live consent to one's own unit names; without one a number, a role and since when. */
  'volunteer.match': { dataClass: 'K4', scopes: { VOLUNTEER_LEAD: 'shared' } },
  'offer.read': { dataClass: 'K0', scopes: { VETERAN_COORDINATOR: 'all', CASEWORKER: 'all', VOLUNTEER_LEAD: 'all', MANAGER: 'all', ADMINISTRATOR: 'all' } },
  'offer.manage': { dataClass: 'K0', scopes: { VETERAN_COORDINATOR: 'all', ADMINISTRATOR: 'all' } },
  'municipality.manage': { dataClass: 'K0', scopes: { ADMINISTRATOR: 'all' } },
  'rule.manage': { dataClass: 'K0', scopes: { ADMINISTRATOR: 'all' } },
  'user.manage': { dataClass: 'K1', scopes: { ADMINISTRATOR: 'metadata' } },
  /** A right is proposed by one administrator (user.manage) and given by another person: never the proposer, never the one it is for. */
  /** One person out of one's reach, for hours, with a reason and a review. Lifts no block. */
  'break-glass.use': { dataClass: 'K4', purpose: true, scopes: { VETERAN_COORDINATOR: 'exception', CASEWORKER: 'exception' } },
  /** Looking after what colleagues opened with a reason: a sample, never one's own. */
  'access.review': { dataClass: 'K2', scopes: { MANAGER: 'unit', DATA_PROTECTION_OFFICER: 'metadata' } },
  'right.approve': { dataClass: 'K1', second: true, scopes: { MANAGER: 'unit', ADMINISTRATOR: 'metadata' } },
  /** Giving what was proposed; refusing and ending ask for nothing more. */
  'right.give': { dataClass: 'K1', second: true, stepUp: true, scopes: { MANAGER: 'unit', ADMINISTRATOR: 'metadata' } },
  /** A link for a new password, a lost second factor: who could do it unseen could become somebody else. */
  'user.reset': { dataClass: 'K1', stepUp: true, scopes: { ADMINISTRATOR: 'metadata' } },
  'job.read': { dataClass: 'K1', scopes: { ADMINISTRATOR: 'metadata' } },
  'audit.read': { dataClass: 'K2', scopes: { DATA_PROTECTION_OFFICER: 'metadata' } },
  /** Who can see whom, and why: rights, responsibilities and blocks, without the citizen's name. */
  'access.explain': { dataClass: 'K3', scopes: { ADMINISTRATOR: 'metadata', DATA_PROTECTION_OFFICER: 'metadata' } },
  /** The way in to the tools of data protection: what there is and what is urgent, in numbers. */
  'protection.read': { dataClass: 'K1', scopes: { VETERAN_COORDINATOR: 'programme', CASEWORKER: 'own', VOLUNTEER_LEAD: 'own', MANAGER: 'metadata', ADMINISTRATOR: 'metadata', DATA_PROTECTION_OFFICER: 'metadata' } },
  /** The list of look-ups nobody can see a reason for. Its reasons tell who is protected. */
  'audit.review': { dataClass: 'K3', scopes: { DATA_PROTECTION_OFFICER: 'metadata' } },
  /** That somebody asked what is held about them, and by when they must have it. */
  'subject.request': { dataClass: 'K2', scopes: { VETERAN_COORDINATOR: 'programme', DATA_PROTECTION_OFFICER: 'metadata' } },
  /** The answer itself: everything the reader may open of the person, and no more. */
  'subject.export': { dataClass: 'K4', stepUp: true, scopes: coordinator },
  /** The rules of erasure, the runs and what was erased: kinds, days and ids, never content. */
  'retention.read': { dataClass: 'K2', scopes: { DATA_PROTECTION_OFFICER: 'metadata', MANAGER: 'metadata' } },
  'retention.manage': { dataClass: 'K2', scopes: { DATA_PROTECTION_OFFICER: 'metadata' } },
  /** Never by the person who proposed the run. */
  'retention.approve': { dataClass: 'K2', second: true, stepUp: true, scopes: { MANAGER: 'metadata' } },
  'retention.hold': { dataClass: 'K3', scopes: { VETERAN_COORDINATOR: 'programme', DATA_PROTECTION_OFFICER: 'metadata' } },
  /** Whoever finds a breach tells of it; what comes after is the officer's. */
  'breach.report': { dataClass: 'K2', scopes: { VETERAN_COORDINATOR: 'own', CASEWORKER: 'own', VOLUNTEER_LEAD: 'own', MANAGER: 'own', ADMINISTRATOR: 'own', DATA_PROTECTION_OFFICER: 'own' } },
  'breach.manage': { dataClass: 'K3', scopes: { DATA_PROTECTION_OFFICER: 'metadata' } },
  /** The records of processing (art. 30): kinds of data, roles and periods, nobody's data. */
  'processing.read': { dataClass: 'K1', scopes: { MANAGER: 'all', ADMINISTRATOR: 'all', DATA_PROTECTION_OFFICER: 'all' } },
  'processing.edit': { dataClass: 'K1', scopes: { DATA_PROTECTION_OFFICER: 'all' } },
  'kit.view': { dataClass: 'K0', scopes: { ADMINISTRATOR: 'all', VETERAN_COORDINATOR: 'all' } },
} as const satisfies Record<string, Declaration>

export type Permission = keyof typeof matrix
export const permissions = Object.keys(matrix) as Permission[]

/** The kinds of people a role's programme covers: what scope `programme` means for that role. */
export const programmes: Partial<Record<RoleName, readonly string[]>> = { VETERAN_COORDINATOR: ['VETERAN', 'RELATIVE'] }

export type PolicyRow = { role: RoleName; action: Permission; scope: Scope; programmes: string[]; stepUp: boolean }

/** The matrix as rows for the database: what the row-level policies ask. */
export function policyRows(): PolicyRow[] {
  return permissions.flatMap((action) =>
    Object.entries(matrix[action].scopes as Partial<Record<RoleName, Scope>>).map(([role, scope]) => ({
      role: role as RoleName,
      action,
      scope,
      programmes: scope === 'programme' ? [...(programmes[role as RoleName] ?? [])] : [],
      stepUp: 'stepUp' in matrix[action],
    })),
  )
}
