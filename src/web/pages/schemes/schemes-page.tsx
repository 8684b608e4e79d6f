import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useOperation } from '../../data/operations.ts'
import { useRecord } from '../../data/record.ts'
import { useCompany } from '../../data/session.ts'
import { SubjectPicker } from '../../subjects/subject-picker.tsx'
import { useText } from '../../texts/texts.ts'
import { Tag } from '../../ui/list.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button } from '../../ui/parts.ts'
import { SettingsLink } from '../settings/settings-link.tsx'
import { CollisionsPanel, RoomPanel, WarningsPanel } from './findings.tsx'
import { LabelPanel } from './label-panel.tsx'
import { NextSerials } from './next-serials.tsx'
import { PatternField } from './pattern-field.tsx'
import { ReadPanel } from './read-panel.tsx'
import styles from './schemes.module.css'
import { useSettled } from './use-settled.ts'

const route = getRouteApi('/c/$company/settings/schemes')

/** Serial schemes: a pattern is tried, seen from all sides, and given to an item. */
export function SchemesPage() {
  const { item = '' } = route.useSearch()
  const known = useOperation('showSubject', { kind: 'item', code: item }, { enabled: item !== '' })
  const scheme = known.data?.subject.data['scheme'] as string | undefined
  // Another item begins with its own scheme; what was typed for the one before is not for it.
  return <SchemeEditor key={`${item} ${scheme ?? ''}`} item={item} saved={scheme} />
}

interface Editing {
  readonly item: string
  /** The scheme that the item has. */
  readonly saved: string | undefined
}

function SchemeEditor({ item, saved }: Editing) {
  const t = useText('schemes')
  const { pattern, setPattern, input, site, setSite, choose, save, preview } = useScheme(
    item,
    saved,
  )
  const isSound = preview?.error === null
  const isSaved = pattern.trim() === saved
  return (
    <Page
      title={t('title')}
      over={<SettingsLink />}
      actions={
        item !== '' &&
        !isSaved && (
          <Button disabled={!isSound} onClick={() => void save()}>
            {t('save', { item })}
          </Button>
        )
      }
      {...(isSaved && { under: <Tag tone="done">{t('isSaved', { item })}</Tag> })}
    >
      <Columns>
        <Stack>
          <Panel>
            <Stack>
              <PatternField
                pattern={pattern}
                error={preview?.error ?? null}
                onChange={setPattern}
              />
              <About item={item} onItem={choose} site={site} onSite={setSite} />
            </Stack>
          </Panel>
          {isSound && <NextSerials preview={preview} />}
          {isSound && <LabelPanel symbols={preview.symbols} />}
        </Stack>
        <Stack>
          {isSound && <RoomPanel preview={preview} />}
          {isSound && <CollisionsPanel collisions={preview.collisions} />}
          {isSound && <WarningsPanel warnings={preview.warnings} />}
          {isSound && <ReadPanel input={input} />}
        </Stack>
      </Columns>
    </Page>
  )
}

/** The pattern that is written, and what it makes as it stands. */
function useScheme(item: string, saved: string | undefined) {
  const t = useText('schemes')
  const company = useCompany()
  const navigate = useNavigate()
  const record = useRecord()
  const search = route.useSearch()
  const [pattern, setPattern] = useState(search.pattern ?? saved ?? '')
  const [site, setSite] = useState('')
  const input = useSettled({
    pattern: pattern.trim(),
    ...(item !== '' && { item }),
    ...(site.trim() !== '' && { site: site.trim() }),
  })
  const { data } = useOperation('previewScheme', input, {
    enabled: input.pattern !== '',
    keepsFormer: true,
  })
  const choose = (chosen: string) => {
    const next = { ...(chosen !== '' && { item: chosen }), ...(saved === undefined && { pattern }) }
    void navigate({ to: '/c/$company/settings/schemes', params: { company }, search: next })
  }
  const save = () =>
    record(
      { kind: 'change_item', input: { code: item, set: { scheme: pattern.trim() } } },
      { words: t('saved', { item }) },
    )
  const preview = pattern.trim() === '' ? undefined : data
  return { pattern, setPattern, input, site, setSite, choose, save, preview }
}

/** What the serials are for. */
function About({
  item,
  onItem,
  site,
  onSite,
}: {
  item: string
  onItem: (code: string) => void
  site: string
  onSite: (code: string) => void
}) {
  const t = useText('schemes')
  const [code, setCode] = useState(item)
  const change = (value: string) => {
    setCode(value)
    if (value === '') onItem('')
  }
  return (
    <div className={styles.about}>
      <SubjectPicker
        kind="item"
        label={t('item')}
        hint={t('itemHint')}
        value={code}
        onChange={change}
        onChoose={onItem}
      />
      <SubjectPicker kind="location" label={t('site')} value={site} onChange={onSite} />
    </div>
  )
}
