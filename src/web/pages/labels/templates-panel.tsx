import { Link } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Outputs } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import { useMay } from '../../data/identity.ts'
import { useOperation } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { useWayBack } from '../../data/way-back.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Tag } from '../../ui/list.tsx'
import { Panel } from '../../ui/panel.tsx'
import { IconButton } from '../../ui/parts.ts'
import { Answered } from '../../ui/states.tsx'
import styles from './labels.module.css'
import { pictureOf } from './picture-of.ts'
import { useTemplateTitle } from './template-words.ts'

/** The templates of labels; each leads to the designer. */
export function TemplatesPanel() {
  const t = useText('labels')
  const company = useCompany()
  const { ask, problem } = useAsk()
  const wayBack = useWayBack()
  const mayManage = useMay('manage', company)
  const [deleted, setDeleted] = useState<string>()
  const query = useOperation('listLabelTemplates', {})
  const remove = async (template: string) => {
    const before = await ask('showLabelTemplate', { template })
    if (!before || !(await ask('deleteLabelTemplate', { template }))) return
    const undo = wayBack('saveLabelTemplate', { template: before.template }, { detail: template })
    tell({ kind: 'done', words: t('templates.deleted'), code: template, undo })
  }
  return (
    <Panel title={t('templates.title')}>
      {problem && <p role="alert">{problem.text}</p>}
      <Answered query={query}>
        {({ templates }) => (
          <ul className={styles.cards}>
            {templates.map((template) => (
              <TemplateCard
                key={template.name}
                template={template}
                onDelete={mayManage && !template.isReady ? setDeleted : undefined}
              />
            ))}
          </ul>
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

/** A template with a picture of its label; leads to the designer. */
function TemplateCard({
  template,
  onDelete,
}: {
  template: Outputs['listLabelTemplates']['templates'][number]
  onDelete: ((name: string) => void) | undefined
}) {
  const t = useText('labels')
  const company = useCompany()
  const titleOf = useTemplateTitle()
  const { name, width, height, labelsPerSheet, isReady } = template
  const { data } = useOperation('previewLabel', { template: name, dpi: 203 })
  const picture = pictureOf(data?.svg ?? null)
  return (
    <li className={styles.card}>
      <Link to="/c/$company/labels/templates/$template" params={{ company, template: name }}>
        <span className={styles.picture}>
          {picture !== undefined && <img src={picture} alt="" />}
        </span>
        <span className={styles.name}>{titleOf(template)}</span>
      </Link>
      <span className={styles.facts}>
        {t('templates.size', { width, height })}
        {labelsPerSheet !== null && ` · ${t('templates.perSheet', { count: labelsPerSheet })}`}
        {!isReady && <Tag tone="accent">{t('templates.own')}</Tag>}
        {onDelete && (
          <IconButton label={t('templates.delete')} onClick={() => onDelete(name)}>
            <Trash2 aria-hidden />
          </IconButton>
        )}
      </span>
    </li>
  )
}
