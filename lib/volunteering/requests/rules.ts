import type { Level } from '../volunteers/rules'

/** Waiting until it is withdrawn or somebody was found, or the meeting it was for began with nobody. Each ends it; whoever waits again does so with a new one. */
export const requestStates = ['waiting', 'withdrawn', 'met', 'unmet'] as const
export type RequestState = (typeof requestStates)[number]

/** Whole years a volunteer can be wished to have. */
export const YOUNGEST = 15
export const OLDEST = 120

/** 'ar-native': a language and how well, as it is kept. */
export const spokenCode = ({ language, level }: { language: string; level: Level }): string => `${language}-${level}`
export function readSpoken(code: string): { language: string; level: Level } {
  const [language = '', level] = code.split('-')
  return { language, level: level === 'some' || level === 'native' ? level : 'good' }
}
