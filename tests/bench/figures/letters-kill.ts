import { killLetters } from '@/tests/faults/letters-kill'
import type { Figure } from './figure'

const letters = 560
const killsWanted = 208

const figure: Figure = {
  bound: '≥ 200 kills; 0 lost; 0 duplicates; every doubt uncertain, none resent blindly',
  // Its own server: this one is killed hard.
  database: false,
  async figure({ seed, log }) {
    const share = { letters, kills: killsWanted / 2, killsPerRun: 26, log }
    const knows = await killLetters({ ...share, channel: 'spool', seed })
    const careless = await killLetters({ ...share, channel: 'careless', seed: seed + 100 })
    for (const line of [...knows.wrong, ...careless.wrong].slice(0, 20)) log(line)
    const kills = knows.kills + careless.kills
    log(`${kills} kills (${knows.databaseKills + careless.databaseKills} of the database) over ${knows.letters + careless.letters} letters`)
    const lost = knows.lost + careless.lost
    const wrong = knows.wrong.length + careless.wrong.length
    const value = `${kills} kills: ${lost} lost, ${knows.duplicates} duplicates, ${careless.uncertain} in doubt of which ${careless.blind} resent`
    return { value, ok: kills >= 200 && lost + wrong + knows.duplicates + knows.uncertain + careless.blind === 0 }
  },
}
export default figure
