import { Link } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useAsk } from '../../data/ask.ts'
import { useMay } from '../../data/identity.ts'
import { useOperation } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { List, ListItem, Tag } from '../../ui/list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { IconButton } from '../../ui/parts.ts'
import { Answered } from '../../ui/states.tsx'

/** The templates of labels; each leads to the designer. */
export function TemplatesPanel() {
  const t = useText('labels')
  const company = useCompany()
  const { ask, problem } = useAsk()
  const mayManage = useMay('manage', company)
  const [deleted, setDeleted] = useState<string>()
  const query = useOperation('listLabelTemplates', {})
  const remove = async (template: string) => {
    if (await ask('deleteLabelTemplate', { template })) {
      tell({ kind: 'done', words: t('templates.deleted'), code: template })
    }
  }
  return (
    <Panel title={t('templates.title')} flush>
      {problem && <p role="alert">{problem.text}</p>}
      <Answered query={query}>
        {({ templates }) => (
          <List>
            {templates.map(({ name, title, width, height, labelsPerSheet, isReady }) => (
              <ListItem
                key={name}
                title={
                  <Link
                    to="/c/$company/labels/templates/$template"
                    params={{ company, template: name }}
                  >
                    {title}
                  </Link>
                }
                detail={
                  <>
                    {name} · {t('templates.size', { width, height })}
                    {labelsPerSheet !== null &&
                      ` · ${t('templates.perSheet', { count: labelsPerSheet })}`}
                  </>
                }
                marks={isReady ? undefined : <Tag tone="accent">{t('templates.own')}</Tag>}
                actions={
                  !isReady && mayManage ? (
                    <IconButton label={t('templates.delete')} onClick={() => setDeleted(name)}>
                      <Trash2 aria-hidden />
                    </IconButton>
                  ) : undefined
                }
              />
            ))}
          </List>
        )}
      </Answered>
      {deleted !== undefined && (
        <ConfirmDialog
          title={t('templates.delete')}
          detail={t('templates.deleteDetail')}
          isGrave
          onConfirm={() => void remove(deleted)}
          onClose={() => setDeleted(undefined)}
        />
      )}
    </Panel>
  )
}
