import { expect, it } from 'vitest'
import { choosePassword } from '@/lib/access/accounts/actions'
import { verifyPassword } from '@/lib/access/auth/password'
import { makeFirstUsers } from '@/scripts/database/first-users'
import { submit } from '../../support/as'
import { owner } from '../../support/db'

const make = (...people: string[]) => makeFirstUsers(owner(), people, 'https://indgang.example/')

it('an empty installation gets two administrators with links, and no third without a second person', async () => {
  for (const bad of [[], ['Ib'], ['Ib Thorsen <ib>'], ['Ib <ib@k.dk>', 'Bo <IB@k.dk>'], ['A a <a@k.dk>', 'B b <b@k.dk>', 'C c <c@k.dk>']]) expect(await make(...bad)).toHaveProperty('problem')
  expect(await owner().user.count()).toBe(0)
  const first = await make('Ib Thorsen <ib@k.dk>', 'Birgit Sand <birgit@k.dk>')
  if ('problem' in first) throw new Error(first.problem)
  expect(first.made.map((one) => one.name)).toEqual(['Ib Thorsen', 'Birgit Sand'])
  const token = first.made[0]?.link.split('/velkommen/')[1] ?? ''
  expect((await submit(choosePassword, { token, password: 'fire tilfældige ord her', again: 'fire tilfældige ord her' })).redirectedTo).toBe('/sign-in?welcome=1')
  expect(await verifyPassword('ib@k.dk', 'fire tilfældige ord her')).not.toBeNull()
  expect(await make('En Tredje <tre@k.dk>')).toHaveProperty('problem')
  expect(await owner().auditEvent.count({ where: { action: 'user.first', kind: 'MACHINE' } })).toBe(2)
  // One leaves: the one who is left has nobody to approve a new colleague.
  await owner().user.updateMany({ where: { email: 'birgit@k.dk' }, data: { active: false } })
  expect(await make('En Tredje <tre@k.dk>')).toHaveProperty('made')
})
