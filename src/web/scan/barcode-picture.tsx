import { useQuery } from '@tanstack/react-query'

/** Symbols that this page can draw. */
export type DrawnSymbology =
  | 'code128'
  | 'datamatrix'
  | 'ean13'
  | 'gs1-128'
  | 'gs1datamatrix'
  | 'itf14'
  | 'qrcode'

const linear: readonly DrawnSymbology[] = ['code128', 'ean13', 'gs1-128', 'itf14']

/** Width of the narrowest bar, and of a module of a square symbol, in millimetres. */
const barMm = 0.33
const moduleMm = 0.6
/** White around it: ten bars, and more than a module. */
const quietMm = 4
/** Units of the drawing for a bar and for a module. */
const barUnits = 2
const moduleUnits = 4

interface Drawn {
  readonly address: string
  readonly widthMm: number
}

async function draw(symbology: DrawnSymbology, text: string): Promise<Drawn> {
  const bwip = await import('bwip-js/browser')
  const writers = {
    code128: bwip.code128,
    datamatrix: bwip.datamatrix,
    ean13: bwip.ean13,
    'gs1-128': bwip.gs1_128,
    gs1datamatrix: bwip.gs1datamatrix,
    itf14: bwip.itf14,
    qrcode: bwip.qrcode,
  }
  const isLinear = linear.includes(symbology)
  // Characters that no drawing program takes as they are.
  const escaped = text.replaceAll('\u001d', '^029')
  const options = { bcid: symbology, text: escaped, parse: escaped !== text }
  const drawing = writers[symbology](
    isLinear ? { ...options, height: 14 } : options,
    bwip.drawingSVG(),
  )
  const [, width = '0'] = /viewBox="0 0 (\d+)/.exec(drawing) ?? []
  const widthMm = isLinear
    ? (Number(width) / barUnits) * barMm
    : (Number(width) / moduleUnits) * moduleMm
  return { address: `data:image/svg+xml,${encodeURIComponent(drawing)}`, widthMm }
}

/** A barcode in its real size with the room around it that scanners need; say beside it what it is. */
export function BarcodePicture({ symbology, text }: { symbology: DrawnSymbology; text: string }) {
  const { data } = useQuery({
    queryKey: ['barcode', symbology, text],
    queryFn: () => draw(symbology, text),
    staleTime: Infinity,
  })
  if (!data) return null
  return (
    <img
      src={data.address}
      alt=""
      style={{
        inlineSize: `${data.widthMm + 2 * quietMm}mm`,
        maxInlineSize: '100%',
        boxSizing: 'border-box',
        padding: `${quietMm}mm`,
        background: '#fff',
        // Dark bars on white, whatever colours the device forces: scanners read no others.
        forcedColorAdjust: 'none',
      }}
    />
  )
}
