import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { printer as printerShape, type Printer } from '../../../contract/label-jobs.ts'
import { failWith } from '../../../contract/problem.ts'
import { findSetting } from '../../settings.ts'
import type { Context } from '../../context.ts'

/** The printer of a name; ends with a problem when nobody allowed it. */
export const findPrinter = async (
  context: Pick<Context, 'store'>,
  name: string,
): Promise<Printer> => printerShape.parse(await findSetting(context, 'printer', name))

/**
 * The address of a printer. A name is looked up once and the address that was checked is the one
 * that is connected to. Addresses that no printer has, such as those of a cloud's own services, are
 * refused although an administrator wrote them.
 */
export async function addressOf({ host, name }: Pick<Printer, 'host' | 'name'>): Promise<string> {
  const address = isIP(host)
    ? host
    : await lookup(host).then(
        (found) => found.address,
        () => failWith('printer_unreachable.host', { printer: name, host }),
      )
  if (isForbidden(address)) failWith('input_invalid.printer_host', { host, address }, 'host')
  return address
}

/** Link-local, unspecified, broadcast and multicast addresses, in either version and as mapped. */
function isForbidden(address: string): boolean {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  if (isIP(plain) === 4) {
    const [first, second] = plain.split('.').map(Number)
    return first === 0 || first! >= 224 || (first === 169 && second === 254)
  }
  return /^(::$|fe[89ab]|ff|64:ff9b:|::ffff:)/.test(plain)
}
