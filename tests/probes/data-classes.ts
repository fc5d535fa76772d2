import { globSync, readFileSync } from 'node:fs'
import type { DataClass } from '@/lib/access/matrix'

export type ClassedColumn = { table: string; column: string; dataClass: DataClass }

/** The data class of every column, as prisma/schema declares it at the end of its line. */
export function classedColumns(): ClassedColumn[] {
  return globSync('prisma/schema/*.prisma').sort().flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap(([, body = '']) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? ''
    return body.split('\n').flatMap((line) => {
      const [, name, dataClass] = /^ {2}(\w+) .*\/\/\/ (K[0-4])\s*$/.exec(line) ?? []
      return name && dataClass ? [{ table, column: /(?<!@)@map\("(\w+)"\)/.exec(line)?.[1] ?? name, dataClass: dataClass as DataClass }] : []
    })
  }))
}
