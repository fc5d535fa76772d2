import { randomUUID } from 'node:crypto'
import { day } from './factories'
import { owner } from './db'

/** A sent letter, outside any run. */
export async function letterOf(personId: string, sentOn: string, runId?: string) {
  const version = (await owner().letterTemplateVersion.findFirst()) ?? (await makeTemplate())
  return owner().letter.create({ data: { personId, runId, templateVersionId: version.id, language: 'da', channel: 'PAPER', state: 'SENT', idempotencyKey: randomUUID(), sentOn: day(sentOn), sentAt: day(sentOn) } })
}

async function makeTemplate() {
  const template = await owner().letterTemplate.create({ data: { code: `test-${randomUUID()}`, nameDa: 'Test', nameEn: 'Test' } })
  return owner().letterTemplateVersion.create({ data: { templateId: template.id, version: 1, language: 'da', title: 'Test', blocks: [] } })
}

/** Every row of these people in every table, apart from what only ever grows: logs, history, and the counters of change. */
export async function recordRows(ids: string[]): Promise<string[]> {
  const tables = await owner().$queryRaw<{ tab: string }[]>`SELECT tab FROM access.person_tables() WHERE tab <> 'field_history'`
  const rows: string[] = []
  for (const { tab } of [...tables, { tab: 'person' }]) {
    const where = tab === 'person' ? 'x.id' : 'x.person_id'
    const found = await owner().$queryRawUnsafe<{ row: unknown }[]>(`SELECT to_jsonb(x) - 'version' - 'updated_at' - 'changed_at' - 'search_name' - 'search_street' AS row FROM ${tab} x WHERE ${where} = ANY ($1::uuid[])`, ids)
    rows.push(...found.map(({ row }) => `${tab} ${JSON.stringify(row)}`))
  }
  return rows.sort()
}
