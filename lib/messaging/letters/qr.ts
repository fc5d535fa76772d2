import QRCode from 'qrcode'

/** QR code as an SVG drawing, quiet zone of four modules included. Error correction M: survives a fold and a coffee ring. */
export function qrSvg(link: string): string {
  const { modules } = QRCode.create(link, { errorCorrectionLevel: 'M' })
  const edge = modules.size + 8
  let path = ''
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${column + 4} ${row + 4}h1v1h-1z`
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${edge} ${edge}"><path fill="#000" d="${path}"/></svg>`
}
