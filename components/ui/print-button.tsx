'use client'

import type { ReactNode } from 'react'
import { Button } from './button'

/** The browser's own printing; the print styles leave the frame out. Without JavaScript Ctrl P does the same. */
export function PrintButton({ children }: { children: ReactNode }) {
  return <span className="no-print"><Button icon="print" onClick={() => window.print()}>{children}</Button></span>
}
