/** `whole`: not sent at all. `again`: rows that may be written each time. `answer`: the second sending is told something else. */
export type Excuse = { why: string; whole?: true; again?: RegExp; answer?: true; /** A day later it is a new wish. */ later?: true }

/** Forms of which more than one effect, or more than one answer, is right, and why. */
export const excused: Record<string, Excuse> = {
  signIn: { whole: true, why: 'each sending of the right password is a sign-in, with a session of its own' },
  beginSetup: { whole: true, why: 'makes a new secret that nothing asks for; the one shown last counts' },
  confirmSetup: { whole: true, why: 'a code of the app opens once: a second sending is refused' },
  enterCode: { whole: true, why: 'a code of the app opens once: a second sending is refused' },
  findExplained: { whole: true, why: 'only looks' }, findSubject: { whole: true, why: 'only looks' }, searchPeople: { whole: true, why: 'only looks' }, searchRelative: { whole: true, why: 'only looks' },
  revealCpr: { whole: true, why: 'only looks, and each look is logged' }, revealAddress: { whole: true, why: 'only looks, and each look is logged' }, openCode: { whole: true, why: 'only leads to the page of the code' },
  prove: { again: /^INSERT audit_event SIGN_IN session.proved$/, why: 'each proof is logged; it lengthens the same five minutes' },
  endOneSession: { again: /^INSERT audit_event SIGN_IN session.ended-other$/, why: 'it may be the session it is done in, so no answer is kept; asked again it ends nothing more' },
  signOut: { answer: true, why: 'whoever is signed out already is told so' },
  forgotPassword: { later: true, why: 'the form has no id; within a minute it is one mail to an address, and three an hour' },
  choosePassword: { answer: true, why: 'the link opens once; whoever comes second is told that it is used' },
  keepDraft: { again: /^UPDATE contact_draft \(saved_at\)$/, why: 'the same words kept again: only the time is newer' },
  startFeed: { again: /calendar_feed|feed.started/, answer: true, why: 'the address is a secret that is shown once and kept nowhere: the form has no id, and asked again it makes another in its place' },
}
