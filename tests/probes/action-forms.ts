import type { ActionField, BuiltAction } from './action-list'
import { multipart, type Probe } from './http'

export type Fields = [string, string][]
/** With files among them. */
type Sent = readonly (readonly [string, string | Buffer])[]

/** What stands in a field that takes no id, so that the form is a good one but for the id. By the field's name, or the action's and the field's. */
const words: Record<string, string> = {
  email: 'nobody@probe.invalid', password: 'forkert', next: '', code: '', source: 'Prøvens egen kilde', back: '', cpr: '', title: 'Prøve', do: 'save', seen: 'x', postcode: '8900', start: '10:00', end: '11:00', number: '7', floor: '', door: '',
  capacity: '', 'recordWish.kind': 'NEVER', 'saveContact.value': '20 12 34 56', 'createPerson.relation': 'SPOUSE', 'createPerson.phone': '20 12 34 56', 'saveRights.clearances': 'SHIELDED', accent: '#004D99', website: 'https://probe.invalid', phone: '89 00 00 00', value: '89 00 00 00', url: '', contact: '', audience: 'veteran', needs: 'work', laterMonth: '', untilMonth: '', happenedOn: '', newAddress: '', message: '',
  roles: '', clearances: '', relation: '', anyway: '', allowed: 'on', interpreterNeeded: 'on', largePrint: 'on', signLanguage: 'on', vulnerable: 'on', inLetter: 'on', to: '2027-01-15', decision: 'skip', sheet: 'Ark1', seats: '1', perDay: '2', weeks: '1', length: '45', pause: '0',
  'createPerson.roles': 'VETERAN', 'addRuleVersion.code': 'yearly-letter', 'addRuleVersion.length': '12', 'decideKind.code': 'new-person', 'saveRights.roles': 'CASEWORKER', 'postponeTask.reason': 'Prøve', 'postponeTask.due': '2026-01-15', 'remindDays': '3', 'row': '1', 'decideRow.row': '1',
  'addProtection.level': 'P1', 'createRun.name': 'Prøve', 'updateCpr.cpr': '', 'findSubject.cpr': '', 'findSubject.name': 'Prøve Prøvesen', selection: '', learned: 'Prøvens egen grund', riskReason: 'Prøvens egen grund', foundAtTime: '10:00', awareAtTime: '10:00', toldAtTime: '10:00', people: '1', 'judgeLookup.note': 'Prøvens egen grund', 'placeHold.cpr': '', 'placeHold.name': 'Prøve Prøvesen', 'placeHold.reason': 'Prøvens egen grund', 'endHold.reason': 'Prøvens egen grund', 'liftProtection.reason': 'Prøvens egen grund', 'setHome.together': 'yes', 'changePassword.password': 'en lang forkert adgangskode', 'changePassword.again': 'en lang forkert adgangskode', 'findExplained.cpr': '', 'findExplained.name': 'Prøve Prøvesen', 'choosePassword.password': 'en lang forkert adgangskode', 'choosePassword.again': 'en lang forkert adgangskode', 'choosePassword.token': 'Zm9ya2VydGZvcmtlcnRmb3JrZXJ0Zm9ya2VydGZvcms', 'confirmSetup.code': '123456', 'enterCode.code': '123456', 'proposeRight.right': 'clearance:SHIELDED', 'takeRight.right': 'role:VOLUNTEER',
  'proposeRight.reason': 'Prøvens egen grund', 'extendRequest.reason': 'Prøvens egen grund', 'closeRequest.reason': 'Prøvens egen grund', 'registerRequest.cpr': '', 'registerRequest.name': 'Prøve Prøvesen',
  'askTransfer.to': 'unit:019a0000-0000-7000-8000-0000000b0001', 'askTransfer.how': 'have', 'askTransfer.evidence': '', 'askTransfer.message': 'Prøve', 'refuseTransfer.words': 'Prøve', 'openCase.kind': 'other', 'openCase.about': 'Prøve', 'holdCase.number': '1', 'holdCase.words': 'Prøve', 'closeCase.number': '1', 'closeCase.words': '', 'closeCase.outcome': 'goal', 'closeCase.months': '6', 'closeCase.weeks': '4', 'openCaseAgain.number': '1', 'weighCase.number': '1', 'writeSticky.text': 'Prøve', 'writeSticky.version': '1', 'weighCase.weight': 'light', caseLimit: '30', silentDays: '30', now: 'yes', 'changeAbsence.version': '1', 'undoReassign.moment': '2026-01-12T10:00:00Z', 'askPlanned.one': '', 'askPlanned.pairs': '019a0000-0000-7000-8000-0000000b0001:019a0000-0000-7000-8000-0000000b0001', 'reassignCases.move': '019a0000-0000-7000-8000-0000000b0001:019a0000-0000-7000-8000-0000000b0001',
  'refer.to': 'unit:019a0000-0000-7000-8000-0000000b0001', 'refer.shown': 'contact', 'refer.how': 'written', 'refer.evidence': 'Prøvens egen grund', 'noteReferralAnswer.verdict': 'accepted', 'answerReceived.verdict': 'accepted',
  'followMethod.turn': '2', 'leaveMethod.turn': '2', 'tickCriterion.step': 'visitation', 'tickCriterion.item': 'maal', 'giveClip.step': 'it', 'takeBackMove.of': '1', 'moveOn.turn': '2', 'moveOn.to': 'forloeb',
  'saveView.viewName': 'Prøve', 'saveView.search': 'queue=silent', 'renameView.viewName': 'Prøve', 'renameView.version': '1',
  'remarkContact.kind': 'praise', 'remarkContact.text': 'Prøve', 'changeStandardText.version': '1', 'addStandardText.whose': 'own', 'changeTopic.version': '1', 'changeTopic.topic': 'work', 'retireTopic.topic': 'work', 'reviveTopic.topic': 'work', 'addTopic.position': '9', 'changeTopic.position': '9',
  'saveMethod.seen': '1', 'saveMethod.do': 'save', 'saveScale.series': 'compass', 'saveScale.seen': '1', 'saveScale.do': 'save', 'retireScale.scale': 'levels', 'reviveScale.scale': 'levels',
  'findByFacts.to': '', 'findByFacts.phone': '', 'findByFacts.postcode': '', 'searchPeople.to': '', 'logContact.caseId': '', 'logContact.minutes': '', 'logContact.travelMinutes': '', 'logContact.travelKm': '', 'logContact.alsoPersonId': '', 'logContact.at': '10:00', 'logContact.outcome': 'reached', 'logContact.channel': 'phone', 'logContact.companion': 'on', 'logContact.interpreter': 'on',
  'setGoal.text': 'Prøvens eget mål', 'setGoal.saidBy': 'citizen', 'setGoal.needs': 'Prøve', 'rewordGoal.text': 'Prøvens andet mål', 'rewordGoal.saidBy': 'together', 'rewordGoal.needs': 'Prøve', 'rewordGoal.version': '1', 'reachGoal.version': '1', 'setGoalAside.version': '1', 'setGoalAside.reason': 'Prøvens egen grund', 'takeGoalUp.version': '1',
  'agree.text': 'Prøve', 'agree.who': 'staff', 'agree.whoWords': '', 'agreementKept.version': '1', 'agreementEnded.version': '1', 'agreementEnded.end': 'missed', 'agreementEnded.words': 'Prøvens egen grund', 'moveAgreement.version': '1', 'moveAgreement.words': 'Prøvens egen grund',
  'answerScreening.version': '1', 'addToWeek.days': '1', 'addToWeek.starts': '09:00', 'addToWeek.ends': '10:00', 'addToWeek.activity': 'Prøve', 'addToWeek.place': 'Prøve', 'addToWeek.company': 'Prøve',
  'makeTask.within': '5', 'makeTask.owner': 'free', 'makeTask.repeat': '', 'makeTask.dueOn.year': '', 'giveTask.owner': 'free', 'moveTask.within': '5', 'moveTask.reason': 'Prøvens egen grund', 'dropTask.reason': 'Prøvens egen grund',
  'callMeeting.participants': '019a0000-0000-7000-8000-0000000b0001', 'moveMeeting.participants': '019a0000-0000-7000-8000-0000000b0001', 'cancelMeeting.reason': 'few', 'callMeeting.starts': '09:00', 'callMeeting.place': 'Prøve', 'callMeeting.repeats': 'none', 'callMeeting.partners': '', 'moveMeeting.starts': '09:00', 'moveMeeting.place': 'Prøve', 'moveMeeting.repeats': 'none', 'moveMeeting.partners': '', 'moveMeeting.version': '1', 'markForMeeting.words': 'Prøve', 'decideAtMeeting.text': 'Prøve', 'decideAtMeeting.task': '', 'decideAtMeeting.owner': '',
  ...Object.fromEntries(['sayInterest', 'addVolunteer', 'changeVolunteer'].flatMap((name) => Object.entries({ areas: '', times: '1-evening', languages: 'da', birthYear: '1980', phone: '20 12 34 56', email: 'prove@probe.invalid', capacity: '1', monthlyLimit: '', experience: '', background: '', version: '1' }).map(([field, value]) => [`${name}.${field}`, value]))),
  ...Object.fromEntries(Object.entries({ postcode: '8900', starts: '10:00', ends: '11:00', companionRole: 'representative', attorneyId: '', mayKnow: '', whose: '', travel: '30', personLanguage: 'da', meetingLanguage: 'da' }).map(([field, value]) => [`requestCompanion.${field}`, value])), 'recordAttorney.evidence': 'Prøvens egen grund', 'prepareCompanion.companionRole': 'listener', 'holdCompanionMeeting.held': 'yes', 'followUpCompanion.supported': '5', 'followUpCompanion.balanced': 'unknown', 'followUpCompanion.understood': '1',
  'saveGroup.kind': 'veterans', 'saveGroup.version': '1', 'saveGroup.seats': '', 'logGroupMeeting.volunteers': '3', 'logGroupMeeting.citizens': '4', 'showVolunteer.number': '1', 'showVolunteer.about': 'Jeg kan lide at gå lange ture', 'hideVolunteer.number': '1', 'turnDownPair.cause': 'chemistry', 'answerQuestion.answer': 'yes', 'answerQuestion.cause': 'wish', 'answerForVolunteer.answer': 'yes', 'answerForVolunteer.cause': 'wish', 'answerForPerson.answer': 'yes', 'endMatch.endedBy': 'both', 'followUpMatch.number': '1', 'followUpMatch.withWhom': 'both', 'followUpMatch.outcome': 'well', 'answerCheckIn.meets': 'yes', 'answerCheckIn.safe': 'yes', 'endMatch.cause': 'reached', 'endMatch.met': 'yes', 'endMatch.rating': '4', 'endMatch.again': '', 'requestVolunteer.role': 'companion', 'requestVolunteer.areas': '', 'requestVolunteer.times': '1-evening', 'requestVolunteer.languages': 'da', 'requestVolunteer.challenges': '', 'requestVolunteer.ageFrom': '', 'requestVolunteer.ageTo': '',
  'saveLanguages.languages': 'da', 'saveOwnLanguages.languages': 'da',
  'logOwnMeeting.length': '60', 'changeOwnTimes.times': '1-evening', 'raiseOwnConcern.kind': 'worried', 'answerOwnQuestion.answer': 'yes', 'answerOwnQuestion.cause': 'wish',
  'takeStep.number': '1', 'takeStep.step': 'invited', 'takeStep.reason': '', 'recordPaper.kind': 'confidentiality', 'recordPaper.number': '1', 'recordPaper.state': 'approved', 'logTraining.hours': '2', 'tieVolunteer.volunteerNumber': '4711',
  ...Object.fromEntries(['addAssociation', 'changeAssociation'].flatMap((name) => [[`${name}.areas`, ''], [`${name}.website`, ''], [`${name}.kind`, 'social'], [`${name}.version`, '1']])), 'addAssociationContact.email': 'prove@probe.invalid', 'addAssociationContact.phone': '20 12 34 56', 'addPartnership.number': '1', 'addPartnership.places': '4', ...Object.fromEntries(Object.entries({ areas: '', website: '', kind: 'social', email: 'prove@probe.invalid', phone: '20 12 34 56', agreed: 'on', submission: '' }).map(([field, value]) => [`signUpAssociation.${field}`, value])), 'changeOwnAssociation.version': '1', 'changeOwnAssociation.areas': '', 'changeOwnAssociation.website': '', 'addOwnContact.email': 'prove@probe.invalid', 'addOwnContact.phone': '20 12 34 56', 'changeDialogue.version': '1', 'cancelDialogue.version': '1', 'noteAssociation.about': 'trust', 'writeGroundRules.number': '1',
  ...Object.fromEntries(['addCourse', 'changeCourse'].flatMap((name) => [[`${name}.kind`, 'course'], [`${name}.starts`, '17:00'], [`${name}.hours`, '2'], [`${name}.place`, 'Prøve'], [`${name}.seats`, '5'], [`${name}.version`, '1']])), 'recordAttendance.present': '', 'celebrateVolunteer.years': '1', 'thankVolunteer.fromWhom': 'Prøve', 'thankVolunteer.forWhat': 'Prøve',
  ...Object.fromEntries(['saveVolunteerRole', 'savePaperKind', 'saveLocalArea', 'saveGroupKind'].flatMap((name) => [[`${name}.entry`, ''], [`${name}.version`, '1'], [`${name}.position`, '9']])), 'saveVolunteerRole.papers': '', 'savePaperKind.months': '24', 'saveLocalArea.postcodes': '8900', 'saveRate.kind': 'car', 'saveRate.perKm': '4,10', 'retireEntry.list': 'roles', 'retireEntry.entry': 'visitor', 'reviveEntry.list': 'roles', 'reviveEntry.entry': 'visitor',
  'enterExpense.kind': 'other', 'enterExpense.km': '', 'enterExpense.amount': '48,50', 'enterExpense.receipt': 'Prøvens egen grund', 'sendOwnExpense.kind': 'other', 'sendOwnExpense.km': '', 'sendOwnExpense.amount': '48,50', 'refuseExpense.reason': 'Prøvens egen grund',
  'measureProgress.scale': 'challenge', 'measureProgress.ratedBy': 'together', 'addProgressAim.dimension': 'challenge-social', 'addProgressAim.text': 'Prøve', 'takeBackMeasurement.reason': 'mistake',
  'giveConsent.fields': 'contact', 'giveConsent.recipient': 'other', 'giveConsent.recipientName': 'Prøve Prøvesen', 'giveConsent.evidence': 'Prøvens egen grund', 'peopleTold.how': 'Prøvens egen grund', 'reportBreach.happened': 'Prøvens egen grund', 'reportBreach.kinds': 'confidentiality',
  'breakGlass.note': 'Prøvens egen grund til at åbne', 'saveProcessing.area': 'people', 'assignMany.people': '019a0000-0000-7000-8000-0000000b0001',
  'strikeParts.parts': 'person|019a0000-0000-7000-8000-0000000b0001|communication_note', 'strikeParts.reason': 'third-party', 'strikeParts.replacement': '',
}
/** Fields no schema names, because their names are the municipality’s data. */
const named: Record<string, Fields> = {
  measureProgress: [['rating.challenge-social', '5']], answerScreening: [['answer.deployed', 'yes']],
  saveScale: [['nameDa', 'Prøve'], ['nameEn', 'Prøve'], ['aboutDa', 'Prøve'], ['aboutEn', 'Prøve'], ['lowest', '1'], ['highest', '5'], ['better', 'higher'], ['noise', '1'], ['areas', '1'], ['area0.da', 'Prøve'], ['area0.en', 'Prøve'], ['anchors', '0']],
  saveMethod: [['nameDa', 'Prøve'], ['nameEn', 'Prøve'], ['steps', '1'], ['s0.kind', 'phase'], ['s0.nameDa', 'Prøve'], ['s0.nameEn', 'Prøve'], ['s0.lines', '0']],
}
const years: Record<string, string> = { fromOn: '2027', untilOn: '2027', expiresOn: '2027', answerBy: '2027', wishedBy: '2027', nextOn: '2027', resumeOn: '2027', validFrom: '2031', from: '2028', to: '2029', on: '2027', dueThrough: '2027', dueOn: '', byDay: '2027', by: '', letterDate: '2027', birthDate: '1970', reviewOn: '2027', born: '1978', protectionReviewOn: '2027', diedOn: '', movedAwayOn: '', until: '', toDay: '', movedInOn: '',
  'requestCompanion.day': '2027', 'showVolunteer.on': '2026', 'logGroupMeeting.on': '2026', 'logOwnMeeting.on': '2026', 'prepareCompanion.on': '2026', 'followUpCompanion.on': '2026', 'takeStep.on': '2026', 'takeStep.until': '2027', 'recordPaper.on': '2026', 'recordPaper.expires': '', 'logTraining.on': '2026', 'addPartnership.review': '', 'enterExpense.on': '2026', 'sendOwnExpense.on': '2026', 'thankVolunteer.on': '2026', 'payExpense.on': '2026', 'saveRate.from': '2031', 'noteAssociation.on': '2026', 'tieRepresentative.until': '2027' }

function word(action: BuiltAction, field: ActionField): string {
  const name = action.name.split(' ')[1] ?? ''
  const [whole, part] = field.name.split('.')
  if (part && ['day', 'month', 'year'].includes(part)) {
    const year = name === 'recordEnd' ? '2026' : (years[`${name}.${whole}`] ?? years[whole ?? ''] ?? '2026')
    return year === '' ? '' : part === 'year' ? year : part === 'month' ? '1' : '12'
  }
  return words[`${name}.${field.name}`] ?? (field.choices.length > 0 ? field.choices.find(Boolean) : undefined) ?? words[field.name] ?? (field.kind === 'number' ? '1' : 'Prøve')
}

/** The form of an action filled in as a user would, with these ids. */
export function formOf(action: BuiltAction, ids: Record<string, string>, extra: Fields = []): Fields {
  const own = action.fields.filter(({ name }) => !extra.some(([other]) => other === name))
  return [...own.map((field): [string, string] => [field.name, ids[field.name] ?? (field.id ? '' : word(action, field))]), ...(named[action.name.split(' ')[1] ?? ''] ?? []), ...extra]
}

/** As the browser's script sends it: to the page one is on, named by a header. */
export function scripted(action: BuiltAction, fields: Sent, headers: Record<string, string>, page = '/sign-in'): Probe {
  // The fields first, as React sends them: what is named before it has arrived is read as an empty form.
  const { body, type } = multipart([...fields.map(([name, value]) => [`_1_${name}`, value] as const), ['0', '[null,"$K1"]']])
  return { method: 'POST', path: page, headers: { 'next-action': action.id, accept: 'text/x-component', 'content-type': type, ...headers }, body }
}

/** As a browser without scripts sends it: the action stands in the form itself, and the answer is a whole page. */
export function plain(action: BuiltAction, fields: Sent, headers: Record<string, string>, page: string): Probe {
  const own = [['$ACTION_REF_1', ''], ['$ACTION_1:0', JSON.stringify({ id: action.id, bound: '$@1' })], ['$ACTION_1:1', '[null]'], ['$ACTION_KEY', 'kprobe']] as const
  const { body, type } = multipart([...own, ...fields])
  return { method: 'POST', path: page, headers: { accept: 'text/html', 'content-type': type, ...headers }, body }
}
