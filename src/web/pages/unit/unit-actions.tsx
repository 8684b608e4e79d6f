import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import type { Unit } from '../../../client/web-client.ts'
import { ActionDialog } from '../../actions/action-dialog.tsx'
import { actionsFor } from '../../actions/action-command.ts'
import { PrintItem } from '../../actions/print-item.tsx'
import type { UnitAction } from '../../actions/unit-action.ts'
import { useMay } from '../../data/identity.ts'
import { useCompany } from '../../data/session.ts'
import { useText } from '../../texts/texts.ts'
import { Button, Menu } from '../../ui/parts.ts'

/** What can be done to the unit as it stands: the usual as buttons, the rest in a menu. */
export function UnitActions({ unit }: { unit: Unit }) {
  const t = useText('unit')
  const actions = useText('actions')
  const [chosen, choose] = useState<UnitAction>()
  const mayRecord = useMay('record', useCompany())
  if (!mayRecord) return null
  const possible = actionsFor(unit)
  // Each hold has its release beside it, on the panel that tells of holds.
  const isButton = ({ name, isMain }: UnitAction) => isMain && name !== 'release'
  const rest = possible.filter((action) => !isButton(action))
  return (
    <>
      {possible.filter(isButton).map((action, index) => (
        <Button
          key={action.name}
          variant={index === 0 ? 'filled' : 'default'}
          leftSection={<action.picture aria-hidden />}
          onClick={() => choose(action)}
        >
          {actions(`${action.name}.button`)}
        </Button>
      ))}
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDown aria-hidden />}>
            {t('actions')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <PrintItem units={[unit.id]} label={t('printLabels')} />
          {rest.map((action) => (
            <Menu.Item
              key={action.name}
              leftSection={<action.picture aria-hidden />}
              {...(action.isFinal && { color: 'refused' })}
              onClick={() => choose(action)}
            >
              {actions(`${action.name}.button`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ActionDialog
        action={chosen}
        unit={unit}
        units={[unit.id]}
        onClose={() => choose(undefined)}
      />
    </>
  )
}
