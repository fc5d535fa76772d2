import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, inject, vi } from 'vitest'
import { ownerClient } from '@/prisma/client'
import { appUrl, jobsUrl } from '@/scripts/database/migrate'
import { copyTemplate, query, testAppPassword } from './database-server'
import { actingAs } from './as'
import { setOwner } from './db'

// The only parts that are replaced: who is signed in, and the framework's request around an action.
vi.mock('@/lib/access/actor', () => ({ currentActor: vi.fn(async () => actingAs()), requireActor: async () => actingAs() }))
vi.mock('next/headers', () => import('./next-headers'))
vi.mock('next/cache', () => ({ refresh: vi.fn() }))
vi.mock('next-intl/server', () => import('./next-intl-server'))

const name = `indgang_test_${randomBytes(6).toString('hex')}`

beforeAll(async () => {
  const ownerUrl = inject('ownerUrl')
  const url = await copyTemplate(ownerUrl, name)
  Object.assign(process.env, {
    DATABASE_APP_URL: appUrl(url, testAppPassword),
    DATABASE_JOBS_URL: jobsUrl(url, testAppPassword),
    FIELD_KEY: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
    NEXTAUTH_SECRET: 'a secret that is long enough for the tests',
    PUBLIC_URL: 'https://indgang.example',
    SPOOL_DIR: `.indgang/spool-${name}`,
    LOG_LEVEL: 'silent',
    SECOND_FACTOR: 'optional',
  })
  setOwner(ownerClient(url), url)
})

afterAll(async () => {
  const { closeDatabase } = await import('@/lib/platform/db')
  const { owner } = await import('./db')
  await closeDatabase()
  await owner().$disconnect()
  await query(inject('ownerUrl'), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
})
