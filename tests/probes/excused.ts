/** `whole`: not sent at all. `alone`: nobody else can be at the same. `again`: rows that may be written each time. `answer`: the second sending is told something else. */
export type Excuse = { why: string; whole?: true; alone?: true; again?: RegExp; answer?: true; /** A day later it is a new wish. */ later?: true }

/** Forms of which more than one effect, or more than one answer, is right, and why. */
export const excused: Record<string, Excuse> = {
  signOutEverywhere: { alone: true, why: 'one’s own sessions' },
  signIn: { whole: true, alone: true, why: 'each sending of the right password is a sign-in, with a session of its own' },
  beginSetup: { whole: true, alone: true, why: 'makes a new secret that nothing asks for; the one shown last counts' },
  confirmSetup: { whole: true, alone: true, why: 'a code of the app opens once: a second sending is refused' },
  enterCode: { whole: true, alone: true, why: 'a code of the app opens once: a second sending is refused' },
  findExplained: { whole: true, alone: true, why: 'only looks' }, findByFacts: { whole: true, alone: true, why: 'only looks' }, findSubject: { whole: true, alone: true, why: 'only looks' }, searchPeople: { whole: true, alone: true, why: 'only looks' }, searchRelative: { whole: true, alone: true, why: 'only looks' },
  revealCpr: { whole: true, alone: true, why: 'only looks, and each look is logged' }, revealAddress: { whole: true, alone: true, why: 'only looks, and each look is logged' }, openCode: { whole: true, alone: true, why: 'only leads to the page of the code' },
  prove: { again: /^INSERT audit_event SIGN_IN session.proved$/, why: 'each proof is logged; it lengthens the same five minutes' },
  endOneSession: { again: /^INSERT audit_event SIGN_IN session.ended-other$/, why: 'it may be the session it is done in, so no answer is kept; asked again it ends nothing more' },
  answerQuestion: { answer: true, why: 'the link opens once; whoever comes second is told that it is answered' }, answerCheckIn: { answer: true, why: 'as a question' },
  ...Object.fromEntries(['turnDownPair', 'takeBackPair', 'answerForVolunteer', 'answerForPerson', 'beginMatchNow', 'followUpMatch', 'endMatch', 'tieVolunteer', 'takeBackOwnMeeting'].map((name) => [name, { alone: true, why: 'a step is added, and no row edited; two at once are in tests/integration/volunteering' } as const])),
  ...Object.fromEntries(['refer', 'revokeReferral', 'noteReferralAnswer', 'finishReferral', 'answerReceived', 'finishReceived'].map((name) => [name, { alone: true, why: 'a step is added, and no row edited; two at once are in tests/integration/casework/referrals.test.ts' } as const])),
  signOut: { answer: true, alone: true, why: 'whoever is signed out already is told so' },
  forgotPassword: { later: true, why: 'the form has no id; within a minute it is one mail to an address, and three an hour' },
  ...Object.fromEntries(['logOwnMeeting', 'raiseOwnConcern', 'answerOwnQuestion'].map((name) => [name, { alone: true, again: /^INSERT audit_event DISCLOSURE consent\.card-viewed$/, why: 'one’s own page, which the answer brings anew: each showing of a citizen is written down' } as const])),
  ...Object.fromEntries(['takeOwnSeat', 'giveUpOwnSeat', 'changeOwnTimes'].map((name) => [name, { again: /^INSERT audit_event DISCLOSURE consent\.card-viewed$/, why: 'as one’s own meetings' } as const])),
  askForLink: { later: true, why: 'as forgotPassword' }, signInByLink: { answer: true, why: 'the link opens once; whoever comes second is told that it is used' },
  choosePassword: { answer: true, why: 'the link opens once; whoever comes second is told that it is used' },
  keepDraft: { again: /^UPDATE contact_draft( \(saved_at\))?$/, why: 'the same words kept again: only the time is newer' },
  startFeed: { again: /calendar_feed|feed.started/, answer: true, why: 'the address is a secret that is shown once and kept nowhere: the form has no id, and asked again it makes another in its place' },
  startOwnFeed: { again: /calendar_feed|feed.started/, answer: true, why: 'as startFeed' },
}

/** Columns two may both set, the later without having seen the earlier, and why that is right. */
export const raced: Record<string, { columns: RegExp; why: string }> = {
  addProtection: { columns: /^person\.protection/, why: 'told from the grounds, which both stand with their sources; the strictest counts' },
  setActive: { columns: /^app_user\.active$/, why: 'a button that offers only the other way: two who press it want the same' },
  setHome: { columns: /^relation\.lives_together$/, why: 'a button that offers only the other way: two who press it want the same' },
}

/** Tables the product may change a row of, that nobody edits. */
export const neverRaced: Record<string, string> = {
  calendar_feed: 'one’s own secret, taken away and made anew', clearance: 'ended by takeRight as a role is, which is raced', closing_day: 'no form changes one', letter_template: 'no form changes one', partner: 'no form changes one',
  volunteer_group_helper: 'joined and left by a button, in rows of their own', volunteer_group_citizen: 'as volunteers in groups', person_cpr: 'changed with the version of the person, which is raced', protected_address: 'changed by the form of addresses, which is raced', run_file: 'changed by jobs alone', subject_redaction: 'struck out and taken in again as rows that are added and removed',
}
