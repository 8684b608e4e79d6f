import { Building2, ChevronDown } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import { useThisCompany } from '../companies/use-companies.ts'
import { useCompany } from '../data/session.ts'
import { useText } from '../texts/texts.ts'
import styles from './company-menu.module.css'

/** Says which company one is in; opens its menu. */
export function CompanyButton({ className = '', ...rest }: ComponentPropsWithRef<'button'>) {
  const t = useText('shell')
  const here = useCompany()
  const name = useThisCompany()?.name ?? here
  return (
    <button
      type="button"
      className={`${styles.button} ${className}`}
      aria-label={t('company.of', { name })}
      {...rest}
    >
      <Building2 aria-hidden />
      <span className={styles.name}>{name}</span>
      <ChevronDown aria-hidden className={styles.arrow} />
    </button>
  )
}
