import { readFileSync } from 'node:fs'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const FONTS = ['400Regular/IBMPlexSans_400Regular.ttf', '600SemiBold/IBMPlexSans_600SemiBold.ttf']

/** The typesetter with the product's fonts. It cannot read outside `workspace` (from the installation's root). Not to be shared between threads. */
export function openCompiler(workspace: string, root = process.cwd()): NodeCompiler {
  const fonts = path.join(root, 'node_modules/@expo-google-fonts/ibm-plex-sans')
  return NodeCompiler.create({ workspace: path.join(root, workspace), fontArgs: [{ fontBlobs: FONTS.map((file) => readFileSync(path.join(fonts, file))) }] })
}
