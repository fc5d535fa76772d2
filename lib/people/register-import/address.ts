export type AddressParts = { street: string; number?: string; floor?: string; door?: string; postcode?: string; town?: string }

const DOOR = '(?:t\\.?\\s?[vh]\\.?|m\\.?\\s?f\\.?|mf|tv|th|\\d{1,4}|[a-zæøå]\\d{0,3})'
const INSIDE = new RegExp(`^(kl|kld|st|\\d{1,2})?\\.?(?:\\s*(?:sal|etage))?\\.?[\\s,]*(?:(?:dør|lejl)\\.?\\s*)?(${DOOR})?\\.?$`, 'i')

/**
 * One cell with a whole Danish address to its parts: 'Storegade 5 B, 1. tv, 8900 Randers C'. Where the line does not read as an address
 * with a house number ('Hovedgården'), it is kept whole as the street: a letter still finds the way.
 */
export function splitAddress(line: string): AddressParts {
  const place = /^(.*?)[,\s]+(?:DK[- ]?)?(\d{4})\s+(\p{L}[\p{L} .]*)$/u.exec(line)
  const [, beforePlace = line, postcode, town] = place ?? []
  const where = postcode && town ? { postcode, town } : {}
  const house = /^([^,]*?\p{L}[^,]*?)[\s,]+(\d{1,3}\s?[A-ZÆØÅ]?)(?=$|[\s,])[\s,.]*(.*)$/iu.exec(beforePlace.trim())
  if (!house?.[1] || !house[2]) return { street: beforePlace.trim().replace(/,$/, ''), ...where }
  const rest = house[3] ?? ''
  const inside = rest === '' ? null : INSIDE.exec(rest.trim())
  if (rest !== '' && !inside) return { street: beforePlace.trim(), ...where }
  return {
    street: house[1].trim(),
    number: house[2].replace(/\s/g, '').toUpperCase(),
    ...(inside?.[1] ? { floor: tidyFloor(inside[1]) } : {}),
    ...(inside?.[2] ? { door: tidyDoor(inside[2]) } : {}),
    ...where,
  }
}

/** '1.', '01', '1. sal' → '1'; 'ST' → 'st'; 'kld' → 'kl': the forms of the address register (DAR). */
export function tidyFloor(text: string): string {
  const bare = text.toLowerCase().replace(/\s*(sal|etage)\.?$/, '').replace(/\.$/, '').trim()
  return bare === 'kld' || bare === 'kælder' ? 'kl' : bare === 'stue' ? 'st' : bare.replace(/^0+(?=\d)/, '')
}

export function tidyDoor(text: string): string {
  const bare = text.toLowerCase().replace(/[.\s]/g, '')
  return bare.replace(/^0+(?=\d)/, '')
}
