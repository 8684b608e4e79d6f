import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCompany } from '../data/session.ts'
import { SerialText } from './serial-text.tsx'
import styles from './links.module.css'
import { subjectPath, type LinkedKind } from './subject-path.ts'

/** Leads to the page of an item, lot, location, party or order; shows its code unless told else. */
export function SubjectLink({
  kind,
  code,
  item,
  children,
}: {
  kind: LinkedKind
  code: string
  /** Code of the item that a lot is of. */
  item?: string | undefined
  children?: ReactNode
}) {
  const company = useCompany()
  return (
    <Link to={subjectPath(company, kind, code, item) as never}>
      <bdi>{children ?? code}</bdi>
    </Link>
  )
}

/** Leads to the page of a unit, by its serial. */
export function UnitLink({
  unit: { id, serial },
  size,
}: {
  unit: { readonly id: number; readonly serial: string | null }
  size?: 's' | 'm'
}) {
  const company = useCompany()
  return (
    <Link
      to="/c/$company/units/$unit"
      params={{ company, unit: `#${id}` }}
      className={styles.serial}
    >
      <SerialText serial={serial ?? `#${id}`} {...(size && { size })} />
    </Link>
  )
}
