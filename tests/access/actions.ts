import type { Permission } from '@/lib/access/matrix'

/** For people who are not signed in: what stands in place of a permission. */
export type PublicPolicy = { public: string }
/** The reply page: the personal code of a letter, which the database resolves to one citizen; limited per visitor. */
const byCode: PublicPolicy = { public: 'the personal code of a letter, limited per visitor' }

/**
 * Every server action and the permission it asks for, by folder of lib/. Written by hand beside the code that says the same: an action that
 * is not here, or asks for something else, stops the tests (tests/access/entry-points.ts compares with the source and with the build).
 */
const byFolder: Record<string, Record<string, Permission | PublicPolicy>> = {
  access: { signIn: { public: 'the password or the provider’s answer, limited per address and per visitor' }, signOut: 'self', signOutEverywhere: 'self', endOneSession: 'self' },
  'access/rights': { proposeRight: 'user.manage', withdrawRight: 'user.manage', approveRight: 'right.give', refuseRight: 'right.approve', takeRight: 'right.approve' },
  'access/accounts': { inviteUser: 'user.manage', sendLink: 'user.reset', choosePassword: { public: 'the one-time link of an invitation, limited per visitor' }, attest: 'right.approve' },
  'access/second-factor': { enterCode: { public: 'a session whose password was right, limited per account' }, beginSetup: { public: 'a session of one’s own, also a waiting one' }, confirmSetup: { public: 'a session of one’s own and the first code, limited per account' }, removeFactor: 'user.reset' },
  'access/password': { changePassword: 'self.password', forgotPassword: { public: 'an e-mail address and nothing in return, limited per visitor and per address' } },
  'access/step-up': { prove: 'self.prove' },
  'oversight/own-relations': { declareRelation: 'self', endOwnRelation: 'user.manage' },
  'oversight/break-glass': { breakGlass: 'break-glass.use', endGlass: 'break-glass.use', reviewGlass: 'access.review' },
  'access/reasons': { giveReason: 'person.read', reviewReason: 'access.review' },
  'access/units': { createUnit: 'municipality.manage', changeUnit: 'municipality.manage', closeUnit: 'municipality.manage', moveStaff: 'user.manage' },
  'access/users': { saveUnit: 'user.manage', setActive: 'user.manage' },
  'casework/contacts/redaction': { redactContact: 'contact.record', restoreContact: 'contact.record' },
  'casework/contacts': { logContact: 'contact.record', logNoShow: 'contact.record', addToContact: 'contact.record', keepDraft: 'contact.record', throwDraftAway: 'contact.record' },
  'casework/quick-log': { findByFacts: 'contact.record' },
  'casework/meetings': { callMeeting: 'meeting.manage', moveMeeting: 'meeting.manage', endMeeting: 'meeting.manage', cancelMeeting: 'meeting.manage', callMeetingAgain: 'meeting.manage', markForMeeting: 'case.manage', takeOffMeeting: 'case.manage', decideAtMeeting: 'meeting.manage' },
  'casework/progress/scales': { saveScale: 'method.manage', retireScale: 'method.manage', reviveScale: 'method.manage' },
  'casework/progress': { measureProgress: 'progress.record', takeBackMeasurement: 'progress.record', addProgressAim: 'progress.record', endProgressAim: 'progress.record' },
  'casework/queues': { claimCase: 'case.receive' },
  'casework/queues/views': { saveView: 'case.read', renameView: 'case.read', deleteView: 'case.read', restoreView: 'case.read' },
  'casework/tasks': { makeTask: 'task.record', takeTask: 'task.record', giveTask: 'task.record', finishTask: 'task.record', dropTask: 'task.record', reopenTask: 'task.record', moveTask: 'task.record', letTaskGo: 'task.record' },
  'casework/sharing': { askTransfer: 'case.manage', revokeTransfer: 'case.manage', acceptTransfer: 'case.receive', refuseTransfer: 'case.receive', addToCase: 'case.manage', leaveCase: 'case.manage' },
  'casework/methods': { followMethod: 'case.manage', leaveMethod: 'case.manage', tickCriterion: 'case.manage', giveClip: 'case.manage', takeBackMove: 'case.manage', moveOn: 'case.manage', holdLookBack: 'case.manage' },
  'casework/plans/goals': { setGoal: 'plan.manage', rewordGoal: 'plan.manage', reachGoal: 'plan.manage', setGoalAside: 'plan.manage', takeGoalUp: 'plan.manage' },
  'casework/plans/agreements': { agree: 'plan.manage', agreementKept: 'plan.manage', agreementEnded: 'plan.manage', moveAgreement: 'plan.manage', makeTaskOfAgreement: 'plan.manage' },
  'casework/screening': { answerScreening: 'plan.manage' },
  'casework/plans/week': { beginWeek: 'plan.manage', addToWeek: 'plan.manage', takeOutOfWeek: 'plan.manage', endWeek: 'plan.manage' },
  'casework/methods/catalogue': { saveMethod: 'method.manage', retireMethod: 'method.manage', reviveMethod: 'method.manage' },
  'people/note': { writeSticky: 'contact.record' },
  'casework/handover/cover': { planAbsence: 'case.manage', changeAbsence: 'case.manage' },
  'casework/handover/reassign': { reassignCases: 'assignment.manage', undoReassign: 'assignment.manage' },
  'casework/weights': { weighCase: 'case.manage' },
  'casework/contacts/remarks': { remarkContact: 'contact.record' },
  'casework/standard-texts': { addStandardText: 'contact.record', changeStandardText: 'contact.record', retireStandardText: 'contact.record', reviveStandardText: 'contact.record' },
  'casework/topics': { addTopic: 'method.manage', changeTopic: 'method.manage', retireTopic: 'method.manage', reviveTopic: 'method.manage' },
  'casework/cases': { openCase: 'case.manage', holdCase: 'case.manage', closeCase: 'case.manage', openCaseAgain: 'case.manage', giveCase: 'assignment.manage' },
  'consent/register': { giveConsent: 'consent.record', withdrawConsent: 'consent.record' },
  'deadlines/versions': { addRuleVersion: 'rule.manage' },
  'messaging/templates': { startDraft: 'template.edit', saveDraft: 'template.edit', approveDraft: 'template.edit', discardDraft: 'template.edit' },
  'outreach/attempts': { logAttempt: 'outreach.record', withdrawAttempt: 'outreach.record' },
  'outreach/events': { createEvent: 'event.manage', editEvent: 'event.manage', cancelEvent: 'event.manage', invite: 'event.manage', sendInvitations: 'event.manage', recordAnswer: 'event.manage', answerEvent: byCode },
  'outreach/mails': { settleMail: 'outreach.record' },
  'outreach/replies': { openCode: byCode, sendReply: byCode, stopLetters: byCode, cancelTalk: byCode },
  'outreach/returns': { returnLetter: 'outreach.record', undoReturn: 'outreach.record', saveFoundAddress: 'outreach.record', recordEnd: 'outreach.record' },
  'outreach/runs': { createRun: 'outreach.plan', reviewRun: 'outreach.plan', reopenRun: 'outreach.plan', releaseRun: 'outreach.release', stopRun: 'outreach.plan', resumeRun: 'outreach.plan', cancelRun: 'outreach.plan', closeRun: 'outreach.plan' },
  'outreach/runs/invitations': { createInvitationRun: 'outreach.plan' },
  'outreach/runs/leftovers': { settleLetter: 'outreach.record', sendRest: 'outreach.release' },
  'outreach/runs/members': { excludeMember: 'outreach.plan', includeMember: 'outreach.plan', recordCarried: 'outreach.record' },
  'outreach/talks': {
    makeSlots: 'talk.manage', closeSlot: 'talk.manage', bookTalk: 'outreach.record', cancelTalkByStaff: 'outreach.record', talkHeld: 'outreach.record', talkNoShow: 'outreach.record', startFeed: 'talk.manage', endFeed: 'talk.manage',
  },
  'outreach/tasks': { completeTask: 'outreach.record', postponeTask: 'outreach.record', handleReply: 'outreach.record' },
  'outreach/wishes': { recordWish: 'outreach.record', endWish: 'outreach.record', reconsider: 'outreach.record' },
  'oversight/explain': { findExplained: 'access.explain' },
  'oversight/lookups': { findSubject: 'audit.read' },
  'oversight/breaches': { reportBreach: 'breach.report', assessBreach: 'breach.manage', authorityTold: 'breach.manage', peopleTold: 'breach.manage', closeBreach: 'breach.manage' },
  'oversight/holds': { placeHold: 'retention.hold', endHold: 'retention.hold' },
  'oversight/processing': { saveProcessing: 'processing.edit' },
  'oversight/retention': { saveRetentionRule: 'retention.manage', proposeRetention: 'retention.manage', approveRetention: 'retention.approve', declineRetention: 'retention.read' },
  'oversight/unusual': { judgeLookup: 'audit.review' },
  'oversight/subject-export': { registerRequest: 'subject.request', extendRequest: 'subject.request', closeRequest: 'subject.request', strikeParts: 'subject.export', makeExport: 'subject.export', handOut: 'subject.export' },
  'people/contacts': { saveContact: 'person.update', endContact: 'person.update' },
  'people/cpr': { revealCpr: 'person.read.cpr', updateCpr: 'person.update' },
  'people/create': { createPerson: 'person.create' },
  'people/duplicates': { mergePair: 'person.merge', notTheSame: 'person.merge', undoMerge: 'person.merge' },
  'people/places': { revealAddress: 'person.read.protected-address', saveAddress: 'person.update', endAddress: 'person.update' },
  'people/protection': { addProtection: 'person.update', restateProtection: 'person.update', liftProtection: 'protection.lift' },
  'people/record': { updatePerson: 'person.update', updateStatus: 'person.update', updateProfile: 'person.update' },
  'people/register-import': { uploadRegister: 'import.run', readSheet: 'import.run', saveColumns: 'import.run', saveValues: 'import.run' },
  'people/register-import/decisions': {
    decideRow: 'import.run', decideKind: 'import.run', recount: 'import.run', confirmImport: 'import.run', abandonImport: 'import.run', undoImport: 'import.run', workAgain: 'import.run', markMovedAway: 'import.run',
  },
  'people/relations': { searchRelative: 'person.search', addRelation: 'person.update', setHome: 'person.update', endRelation: 'person.update' },
  'people/responsible': { assignMany: 'assignment.manage', assign: 'assignment.manage', endAssignment: 'assignment.manage' },
  'people/roles': { addRole: 'person.update', endRole: 'person.update' },
  'people/search': { searchPeople: 'person.search' },
  'people/service': { saveDeployment: 'person.update', removeDeployment: 'person.update', addCompetence: 'person.update', removeCompetence: 'person.update' },
  'portal/municipality': { saveMunicipality: 'municipality.manage' },
  'portal/offers': { createOffer: 'offer.manage', editOffer: 'offer.manage' },
}

/** As the build names them: 'lib/people/cpr/actions.ts revealCpr'. */
export const actions: Record<string, Permission | PublicPolicy> = Object.fromEntries(
  Object.entries(byFolder).flatMap(([folder, names]) => Object.entries(names).map(([name, policy]) => [`lib/${folder}/actions.ts ${name}`, policy] as const)),
)
