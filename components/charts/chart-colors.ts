/**
 * The drawing library wants real colours, the themes want variables. Each role is drawn in a colour nothing else uses and
 * exchanged for its variable afterwards, so one drawing serves the light theme, the dark one and print.
 */
export const colors = {
  ink: '#010101',
  muted: '#010102',
  line: '#010103',
  edge: '#010104',
  surface: '#010105',
  accent: '#010106',
} as const

export const seriesColors = ['#020201', '#020202', '#020203', '#020204', '#020205', '#020206'] as const

/** Beside the colour, each series has its own pattern or point: colour alone says nothing. */
export const symbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'] as const
export const dashes = ['solid', [6, 4], [2, 3], [10, 4, 2, 4], 'solid', [6, 4]] as const

const variables: Record<string, string> = {
  ...Object.fromEntries(Object.entries(colors).map(([role, hex]) => [hex, `var(--color-${role})`])),
  ...Object.fromEntries(seriesColors.map((hex, index) => [hex, `var(--color-series-${index + 1})`])),
}

/** '#010101' and 'rgb(1,1,1)' become 'var(--color-ink)'. */
export function themed(svg: string): string {
  return svg.replace(/#[0-9a-f]{6}\b|rgb\((\d+),\s*(\d+),\s*(\d+)\)/gi, (color, red?: string, green?: string, blue?: string) => {
    const hex =
      red === undefined ? color.toLowerCase() : `#${[red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
    return variables[hex] ?? color
  })
}
