// npm run demo: from a fresh clone to a running demo municipality. --fresh starts over, --port N chooses the port.
import { become, ensureClient, ensurePackages, tool } from './bootstrap.mjs'

ensurePackages()
ensureClient()
become(tool('tsx'), ['--conditions=react-server', 'scripts/demo/main.ts', ...process.argv.slice(2)])
