import styles from './serial-text.module.css'

/**
 * A serial or code, set so that it can be compared with a label: in groups of four where it is a
 * long run, with 0 and O, 1 and l told apart. Copying it gives the code without gaps.
 */
export function SerialText({
  serial,
  size = 'm',
  dim = false,
}: {
  serial: string
  size?: 's' | 'm' | 'xl'
  dim?: boolean
}) {
  return (
    <bdi className={styles.serial} data-size={size} data-dim={dim || undefined} dir="ltr">
      {groupsOf(serial).map((group, index) => (
        <span key={index} className={styles.group} data-sign={isSigned(group) || undefined}>
          {group}
        </span>
      ))}
    </bdi>
  )
}

/** Ends with a sign of its own, such as a hyphen. */
const isSigned = (group: string): boolean => /[^A-Za-z0-9]$/.test(group)

/** Runs of more than eight letters and digits in groups of four; eight are read at a glance. */
const groupsOf = (serial: string): string[] =>
  serial
    .split(/(?<=[^A-Za-z0-9])/)
    .flatMap((run) => (/^[A-Za-z0-9]{9}/.test(run) ? foursOf(run) : [run]))

/** The last group has up to five, so that no letter stands alone. */
const foursOf = (run: string): string[] => run.match(/.{4}(?=..)|.+/gsu) ?? [run]
