// npm test: everything CI runs, on a machine with only Node and npm. Ends with the count.
import { spawnSync } from 'node:child_process'
import { ensurePackages, root, tool, toolEnvironment } from './bootstrap.mjs'

ensurePackages()
const result = spawnSync(tool('node'), ['scripts/tests/all.mjs', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', env: toolEnvironment() })
process.exit(result.status ?? 1)
