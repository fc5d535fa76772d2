import type { IconName } from './icon'

/** The five tones a message, tag or figure can have. A tone always comes with a symbol and words: colour alone says nothing. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error'

export const statusIcons: Record<Tone, IconName> = { neutral: 'dot', info: 'info', success: 'success', warning: 'warning', error: 'error' }
