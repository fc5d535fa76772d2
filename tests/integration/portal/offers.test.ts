import { describe, expect, it } from 'vitest'
import { createOffer, editOffer } from '@/lib/portal/offers/actions'
import { publicOffers } from '@/lib/portal/offers/public-offers'
import { listOffers, offerDetail } from '@/lib/portal/offers/queries'
import { as, staff, submit } from '../../support/as'
import { owner } from '../../support/db'

const typed = { titleDa: 'Ture i naturen', titleEn: 'Outings', summaryDa: 'Kano og fiskeri.', summaryEn: 'Canoe and fishing.', audience: ['veteran', 'relative'], needs: 'nature', inLetter: 'on' }
const published = { 'from.day': '1', 'from.month': '1', 'from.year': '2026' }

describe('offers', () => {
  it('are public from their first day to their last, and a draft never', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const make = (titleDa: string, days: object) => as(coordinator, () => submit(createOffer, { ...typed, titleDa, ...days }))
    await make('Kladde', {})
    await make('Vist', published)
    await make('Kommende', { ...published, 'from.year': '2999' })
    await make('Slut', { ...published, 'to.day': '2', 'to.month': '1', 'to.year': '2026' })
    const titles = (await publicOffers()).offers.map((offer) => offer.titleDa)
    expect(titles).toEqual(['Vist'])
    expect((await listOffers(coordinator)).map((offer) => offer.titleDa)).toEqual(['Kladde', 'Vist', 'Kommende', 'Slut'])
  })

  it('changed by two at once show the other’s text and keep one’s own', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    await as(coordinator, () => submit(createOffer, { ...typed, titleDa: 'Samtidig' }))
    const { id: offerId } = await owner().offer.findFirstOrThrow({ where: { titleDa: 'Samtidig' } })
    const change = (titleDa: string) => as(coordinator, () => submit(editOffer, { ...typed, titleDa, offerId, version: '1' }))
    expect((await change('Den første')).redirectedTo).toBe('/offers')
    const second = await change('Den anden')
    expect(second.state).toMatchObject({ fields: { titleDa: [expect.stringContaining('Den første')] }, values: { titleDa: 'Den anden', version: '2' } })
    expect(await offerDetail(coordinator, offerId)).toMatchObject({ titleDa: 'Den første', version: 2 })
  })

  it('say at the field what is missing', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR')
    const { state } = await as(coordinator, () => submit(createOffer, { titleDa: 'x', titleEn: 'Outings', summaryDa: 'Kano', summaryEn: 'Canoe', url: 'http://x.example', ...published, 'from.month': '13' }))
    expect(Object.keys(state?.fields ?? {}).sort()).toEqual(['audience', 'needs', 'titleDa', 'url'])
  })

  it('are edited by those who may, and contacts on the public page are coordinators alone', async () => {
    const coordinator = await staff('VETERAN_COORDINATOR', { name: 'Karen' })
    for (const role of ['CASEWORKER', 'MANAGER', 'VOLUNTEER'] as const) {
      const actor = await staff(role, { name: role })
      expect((await as(actor, () => submit(createOffer, typed))).redirectedTo).toBeNull()
      await expect(listOffers(actor)).rejects.toThrow()
    }
    const { contacts } = await publicOffers()
    expect(contacts.map((contact) => contact.name)).toContain(coordinator.name)
    expect(contacts.some((contact) => ['CASEWORKER', 'MANAGER', 'VOLUNTEER'].includes(contact.name))).toBe(false)
  })
})
