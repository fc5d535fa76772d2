import { actingAs } from '@/tests/support/as'

export const currentActor = async () => actingAs()
export const requireActor = currentActor
