import { ensureClient } from './bootstrap.mjs'

ensureClient()
