import { useState } from 'react'
import { languages, type Language } from '../../i18n/catalogue.ts'
import { isSoundOn, switchSound } from '../feedback/sound.ts'
import { chooseLanguage, useLanguage, useText } from '../texts/texts.ts'
import { chooseAppearance, useAppearance, type Appearance } from '../ui/appearance.ts'
import { Modal, NativeSelect, SegmentedControl, Switch } from '../ui/parts.ts'
import { Stack } from '../ui/page.tsx'
import { DisplayButton } from './display-button.tsx'
import styles from './display-settings.module.css'

/** Colours, contrast, sounds and language, kept on this device. */
export function DisplayDialog() {
  const t = useText('shell')
  const [isOpen, setOpen] = useState(true)
  return (
    <>
      <DisplayButton onClick={() => setOpen(true)} />
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('display.title')}>
        <DisplaySettings />
      </Modal>
    </>
  )
}

function DisplaySettings() {
  const t = useText('shell')
  const { scheme, contrast } = useAppearance()
  const language = useLanguage()
  const [isLoud, setLoud] = useState(isSoundOn)
  return (
    <Stack>
      <Choice
        label={t('display.scheme')}
        value={scheme}
        choices={[
          { value: 'auto', label: t('display.schemeAuto') },
          { value: 'light', label: t('display.schemeLight') },
          { value: 'dark', label: t('display.schemeDark') },
        ]}
        onChoose={(value) => chooseAppearance({ scheme: value as Appearance['scheme'] })}
      />
      <Choice
        label={t('display.contrast')}
        value={contrast}
        choices={[
          { value: 'auto', label: t('display.contrastAuto') },
          { value: 'normal', label: t('display.contrastNormal') },
          { value: 'more', label: t('display.contrastMore') },
        ]}
        onChoose={(value) => chooseAppearance({ contrast: value as Appearance['contrast'] })}
      />
      <NativeSelect
        label={t('display.language')}
        value={language}
        data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        onChange={({ currentTarget: { value } }) => void chooseLanguage(value as Language)}
      />
      <Switch
        label={t('display.sound')}
        checked={isLoud}
        onChange={({ currentTarget: { checked } }) => {
          switchSound(checked)
          setLoud(checked)
        }}
      />
    </Stack>
  )
}

function Choice({
  label,
  value,
  choices,
  onChoose,
}: {
  label: string
  value: string
  choices: { value: string; label: string }[]
  onChoose: (value: string) => void
}) {
  return (
    <div role="group" aria-label={label}>
      <p className={styles.label}>{label}</p>
      <SegmentedControl fullWidth value={value} data={choices} onChange={onChoose} />
    </div>
  )
}
