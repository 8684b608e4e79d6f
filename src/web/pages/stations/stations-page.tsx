import { MonitorSmartphone, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Station } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import { reloadSession } from '../../data/identity.ts'
import { useOperation } from '../../data/operations.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { List, ListItem, Tag } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button, IconButton } from '../../ui/parts.ts'
import { Answered, EmptyState } from '../../ui/states.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { Complaint } from '../door/door.tsx'
import { SettingsLink } from '../settings/settings-link.tsx'
import { StationDialog } from './station-dialog.tsx'

/** The browsers that several people share. */
export function StationsPage() {
  const t = useText('access')
  const query = useOperation('listStations', {})
  const { ask, problem } = useAsk()
  const [opened, setOpened] = useState<Station | 'new'>()
  const remove = async ({ id, name, isThis }: Station) => {
    if (!(await ask('removeStation', { station: id }))) return
    tell({ kind: 'done', words: t('stations.removed', { name }) })
    if (isThis) await reloadSession()
  }
  const register = (
    <Button leftSection={<MonitorSmartphone aria-hidden />} onClick={() => setOpened('new')}>
      {t('stations.register')}
    </Button>
  )
  const isStation = query.data?.stations.some(({ isThis }) => isThis) ?? true
  return (
    <Page
      title={t('stations.title')}
      over={<SettingsLink />}
      {...(!isStation && { actions: register })}
    >
      <Complaint problem={problem} />
      <Panel flush>
        <Answered query={query}>
          {({ stations }) =>
            stations.length === 0 ? (
              <EmptyState title={t('stations.none')} detail={t('stations.noneDetail')} />
            ) : (
              <List>
                {stations.map((station) => (
                  <StationItem
                    key={station.id}
                    station={station}
                    onChange={() => setOpened(station)}
                    onRemove={() => void remove(station)}
                  />
                ))}
              </List>
            )
          }
        </Answered>
      </Panel>
      {opened && (
        <StationDialog
          {...(opened !== 'new' && { station: opened })}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Page>
  )
}

function StationItem({
  station: { name, company, location, idleMinutes, seen, isThis },
  onChange,
  onRemove,
}: {
  station: Station
  onChange: () => void
  onRemove: () => void
}) {
  const t = useText('access')
  const [isAsked, setAsked] = useState(false)
  return (
    <ListItem
      title={name}
      detail={
        <>
          {t('stations.idle')} {t('stations.minutes', { count: idleMinutes })}
          {' · '}
          {t('people.seen')} <TimeText time={seen} />
        </>
      }
      marks={
        <>
          {isThis && <Tag tone="accent">{t('stations.here')}</Tag>}
          <Tag>{company}</Tag>
          <Tag>{location ?? t('stations.noLocation')}</Tag>
        </>
      }
      actions={
        <>
          <IconButton label={t('stations.change', { name })} onClick={onChange}>
            <Pencil />
          </IconButton>
          <IconButton label={`${t('stations.remove')}: ${name}`} onClick={() => setAsked(true)}>
            <Trash2 />
          </IconButton>
          {isAsked && (
            <ConfirmDialog
              title={t('stations.remove')}
              detail={t('stations.removeDetail', { name })}
              isGrave
              onClose={() => setAsked(false)}
              onConfirm={onRemove}
            />
          )}
        </>
      }
    />
  )
}
