import { buildIfStale } from '../demo/build'

await buildIfStale(console.log)
