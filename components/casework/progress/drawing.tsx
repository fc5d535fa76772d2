/** A drawing made on the server, as an image with its sentence. All its text is escaped where it is drawn (lib/casework/progress/drawing.ts). */
export function Drawing({ svg, label, className = 'chart' }: { svg: string; label: string; className?: string }) {
  return <div role="img" aria-label={label} className={className} dangerouslySetInnerHTML={{ __html: svg }} />
}
