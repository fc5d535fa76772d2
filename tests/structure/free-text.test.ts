import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Of the casework: actions whose form has no words of somebody's own, only choices, days and ids (and the name of a view, which is about nobody). Whatever is not here is looked through for protected addresses. */
const wordless = [
  'acceptTransfer', 'claimCase', 'weighCase', 'reassignCases', 'undoReassign', 'planAbsence', 'changeAbsence', 'addToCase', 'agreementKept', 'beginWeek', 'callMeeting', 'callMeetingAgain', 'cancelMeeting', 'endMeeting', 'findByFacts', 'endProgressAim', 'endWeek', 'finishTask', 'followMethod', 'giveCase', 'giveTask', 'leaveCase', 'letTaskGo', 'logNoShow',
  'makeTaskOfAgreement', 'moveMeeting', 'openCaseAgain', 'reachGoal', 'redactContact', 'reopenTask', 'restoreContact', 'revokeReferral', 'revokeTransfer', 'takeBackMeasurement', 'takeBackMove', 'takeGoalUp', 'takeOffMeeting',
  'takeOutOfWeek', 'takeTask', 'throwDraftAway', 'answerScreening', 'saveView', 'renameView', 'deleteView', 'restoreView',
]

it('what is written about somebody in the casework is looked through for protected addresses', () => {
  const blocks = globSync('lib/casework/**/actions.ts', { exclude: (path) => /catalogue|scales|standard-texts|topics|kinds/.test(path) }).flatMap((file) => readFileSync(file, 'utf8').split('staffAction({').slice(1))
  const found = blocks.map((text) => ({ name: /name: '(\w+)'/.exec(text)?.[1] ?? '', kept: /freeText: true|scratch: true/.test(text) }))
  expect(found.length).toBeGreaterThan(40)
  expect(found.filter(({ kept, name }) => !kept && !wordless.includes(name))).toEqual([])
  expect(found.filter(({ kept, name }) => kept && wordless.includes(name))).toEqual([])
})
