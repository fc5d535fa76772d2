import { fuzzImports } from '../import-fuzz'
import type { Figure } from './figure'

const files = 2500

const figure: Figure = {
  bound: '0 crashes, 0 partial rows, every bad row named',
  database: false,
  async figure({ seed, log }) {
    const result = await fuzzImports({ files, seed })
    for (const line of [...result.crashes, ...result.partial, ...result.unnamed].slice(0, 20)) log(line)
    log(`${result.files} files, ${result.rows} rows, ${result.refused} files refused whole with a reason`)
    const { crashes, partial, unnamed } = result
    const value = `${crashes.length} crashes, ${partial.length} partial, ${unnamed.length} unnamed in ${result.files} files`
    return { value, ok: crashes.length + partial.length + unnamed.length === 0 && result.files >= 2000 && result.rows > 10_000 }
  },
}
export default figure
