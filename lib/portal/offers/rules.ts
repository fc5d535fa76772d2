import type { Day } from '@/lib/platform/day'

export const audiences = ['veteran', 'relative', 'child'] as const
export type Audience = (typeof audiences)[number]

export const needs = ['counselling', 'work', 'education', 'family', 'community', 'everyday', 'economy', 'body', 'nature', 'treatment', 'housing'] as const
export type Need = (typeof needs)[number]

export type Publication = 'draft' | 'published' | 'planned' | 'ended'

/** Both days included; without a first day it is a draft. */
export function publicationOf({ publishedFrom, publishedTo }: { publishedFrom: Day | null; publishedTo: Day | null }, today: Day): Publication {
  if (publishedFrom === null) return 'draft'
  if (publishedTo !== null && publishedTo < today) return 'ended'
  return publishedFrom > today ? 'planned' : 'published'
}

/** Offers for the group and the need asked for; null asks for all. What is for veterans' children is for relatives too. */
export function offersFor<O extends { audience: readonly string[]; needs: readonly string[] }>(offers: readonly O[], audience: Audience | null, need: Need | null): O[] {
  const groups = audience === 'relative' ? ['relative', 'child'] : audience === null ? null : [audience]
  return offers.filter((offer) => (!groups || groups.some((group) => offer.audience.includes(group))) && (!need || offer.needs.includes(need)))
}
