// Every mail that matching sends, made by the handlers themselves, as a worker would: both are asked, a match begins, both are asked how it goes, a meeting is called off. Prints whether the match began.
import '../../../scripts/server-only'

const { askBoth, beginMatch } = await import('@/lib/volunteering/matching/asking/jobs')
const { sendCheckIns } = await import('@/lib/volunteering/follow-ups/check-ins/jobs')
const { tellCancelled } = await import('@/lib/volunteering/companions/jobs')
const { closeSender } = await import('@/lib/platform/jobs/enqueue')
const { closeDatabase } = await import('@/lib/platform/db')

const { volunteerId, asked, agreed, meetingId } = JSON.parse(process.argv[2] ?? '{}') as Record<'volunteerId' | 'asked' | 'agreed' | 'meetingId', string>
const never = new AbortController().signal
await askBoth({ requestId: asked, volunteerId }, never)
const begun = await beginMatch({ requestId: agreed, volunteerId }, never)
await sendCheckIns(null, never)
await tellCancelled({ meetingId }, never)
process.stdout.write(JSON.stringify(begun))
await closeSender()
await closeDatabase()
