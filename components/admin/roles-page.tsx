import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { matrix, type Permission, permissions, programmes, roles, type RoleName, type Scope } from '@/lib/access/matrix'
import { AdminHeading } from './admin-heading'

type Row = { permission: Permission; scope: Scope }

/** What a role may, read from the one declaration and said in words. */
function linesOf(role: RoleName): Row[] {
  return permissions.flatMap((permission) => {
    const scope = (matrix[permission].scopes as Partial<Record<RoleName, Scope>>)[role]
    return scope ? [{ permission, scope }] : []
  })
}

export async function RolesPage({ holders }: { holders: Partial<Record<RoleName, number>> }) {
  const [t, rights, name, kind] = [await getTranslations('admin.roles'), await getTranslations('rights'), await getTranslations('frame.roles'), await getTranslations('people.role')]
  const extra = (permission: Permission) => (['purpose', 'second', 'stepUp'] as const).filter((word) => word in matrix[permission]).map((word) => t(`extra.${word}`)).join(' ')
  const columns: Column<Row>[] = [
    { key: 'what', header: t('what'), rowHeader: true, cell: ({ permission }) => rights(`permission.${permission.replaceAll('.', '-')}`) },
    { key: 'whom', header: t('whom'), cell: ({ scope }) => rights(`scope.${scope}`) },
    { key: 'extra', header: t('asks'), cell: ({ permission }) => extra(permission) },
  ]
  return (
    <>
      <AdminHeading current="roles" />
      <div className="max-w-5xl space-y-5">
        {roles.map((role) => (
          <Card key={role} title={name(role)}>
            <p>{rights(`opens.role.${role}`)} <span className="text-muted">{t('holders', { count: holders[role] ?? 0 })}</span></p>
            {programmes[role] && <p className="text-muted">{t('programme', { kinds: programmes[role].map((one) => kind(one)).join(', ') })}</p>}
            <details className="mt-3"><summary>{t('lines', { count: linesOf(role).length })}</summary><div className="mt-2"><DataTable caption={name(role)} columns={columns} rows={linesOf(role)} rowKey={({ permission }) => permission} empty={null} /></div></details>
          </Card>
        ))}
        <Card title={t('never')}><ul className="list-disc space-y-1 ps-6">{(['own', 'protected', 'shielded', 'session'] as const).map((key) => <li key={key}>{t(`block.${key}`)}</li>)}</ul></Card>
      </div>
    </>
  )
}
