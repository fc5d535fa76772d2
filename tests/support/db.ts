import type { PrismaClient } from '@/prisma/generated/client'

let client: PrismaClient | undefined
let address = ''

export function setOwner(owner: PrismaClient, url: string): void {
  client = owner
  address = url
}

/** The file's own database as its owner, who sees everything: to arrange and to look, never to act. */
export function owner(): PrismaClient {
  if (!client) throw new Error('The database of this test file is not ready')
  return client
}

export function ownerUrl(): string {
  return address
}
