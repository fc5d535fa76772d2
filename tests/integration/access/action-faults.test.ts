import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import { staffAction } from '@/lib/access/action'
import { currentActor } from '@/lib/access/actor'
import { log } from '@/lib/platform/log/log'
import { submit } from '../../support/as'

it('where the database cannot even say who asks, the form stands as it was typed, and nothing is done', async () => {
  const run = vi.fn()
  vi.spyOn(log, 'error').mockImplementation(() => {})
  vi.mocked(currentActor).mockRejectedValueOnce(new Error('down'))
  const { state } = await submit(staffAction({ name: 'test-fault', may: 'self', schema: z.object({}), run }), { note: 'skrevet' })
  expect(state).toEqual({ message: expect.stringMatching(/Oplys koden/), values: { note: 'skrevet' } })
  expect(run).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})
