import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Is it on this machine? */
export const hasLibreOffice = (): boolean => spawnSync('soffice', ['--version']).status === 0

/** Opens each of the files of the folder and saves it as something else, as who receives one does. Names of those it could not open; files are read in turns of fifty, as a program does that stays open. */
export function notOpened(folder: string, names: readonly string[], as: 'txt:Text (encoded):UTF8' | 'odg'): string[] {
  const out = join(folder, 'opened')
  for (let at = 0; at < names.length; at += 50) {
    spawnSync('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', as, '--outdir', out, ...names.slice(at, at + 50).map((name) => join(folder, name))], { stdio: 'ignore' })
  }
  return names.filter((name) => !existsSync(openedAs(folder, name, as)))
}

const openedAs = (folder: string, name: string, as: string) => join(folder, 'opened', name.replace(/\.[a-z]+$/, `.${as.split(':')[0]}`))

/** The text LibreOffice found in a Word document it has opened. */
export const textOf = (folder: string, name: string): string => readFileSync(openedAs(folder, name, 'txt'), 'utf8')
