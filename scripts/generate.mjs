// The typed database client. Prisma's command asks for an engine binary it does not need for this; any executable will do.
import { spawnSync } from 'node:child_process'
import { root, tool, toolEnvironment } from './bootstrap.mjs'

const result = spawnSync(tool('prisma'), ['generate'], { cwd: root, env: toolEnvironment({ PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }), encoding: 'utf8' })
if (result.status !== 0) {
  process.stderr.write(`${result.stdout}${result.stderr}`)
  process.exit(1)
}
