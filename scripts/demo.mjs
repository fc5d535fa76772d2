// npm run demo: from a fresh clone to a running demo municipality. --fresh starts over, --port N chooses the port.
import { spawnSync } from 'node:child_process'
import { become, ensurePackages, root, tool, toolEnvironment } from './bootstrap.mjs'

ensurePackages()
const made = spawnSync(tool('node'), ['scripts/generate.mjs'], { cwd: root, stdio: 'inherit', env: toolEnvironment() })
if (made.status !== 0) process.exit(1)
become(tool('tsx'), ['--conditions=react-server', 'scripts/demo/main.ts', ...process.argv.slice(2)])
