import { roleNames, type Role } from '../../../contract/permission.ts'
import { useText } from '../../texts/texts.ts'
import { NativeSelect } from '../../ui/parts.ts'
import { useWord } from '../../texts/say.ts'

/** Chooses a role; what each may do stands below. */
export function RoleSelect({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const t = useText('access')
  const word = useWord()
  return (
    <NativeSelect
      label={t('people.role')}
      description={t(`roleDetail.${value}`)}
      inputWrapperOrder={['label', 'input', 'description']}
      value={value}
      data={roleNames.map((role) => ({ value: role, label: word('role', role) }))}
      onChange={({ currentTarget }) => onChange(currentTarget.value as Role)}
    />
  )
}

/** Chooses a company, or all of them (`*`). */
export function CompanySelect({
  value,
  companies,
  onChange,
}: {
  value: string
  companies: readonly string[]
  onChange: (company: string) => void
}) {
  const t = useText('access')
  return (
    <NativeSelect
      label={t('company')}
      value={value}
      data={[
        { value: '*', label: t('allCompanies') },
        ...companies.map((company) => ({ value: company, label: company })),
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
