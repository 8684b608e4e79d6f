import { getRouteApi, Link } from '@tanstack/react-router'
import { Redo2, Save, Undo2 } from 'lucide-react'
import { useEffect, useReducer } from 'react'
import type { Template } from '../../../label/index.ts'
import { useAsk } from '../../data/ask.ts'
import { useMay } from '../../data/identity.ts'
import { useOperation } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { useWayBack } from '../../data/way-back.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { AnsweredPage } from '../../ui/answered-page.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { Button, IconButton } from '../../ui/parts.ts'
import { Complaint } from '../door/door.tsx'
import { AddTools } from './add-tools.tsx'
import { DesignCanvas } from './design-canvas.tsx'
import { begin, designAfter, type Design, type Step } from './design.ts'
import { faultyIn, Findings } from './findings.tsx'
import styles from './labels.module.css'
import { PreviewFields, usePreview } from './preview.tsx'
import { SidePanel } from './side-panel.tsx'
import { useTemplateTitle } from './template-words.ts'

const route = getRouteApi('/c/$company/labels/templates/$template')

/** Designs a template: what is dragged and written is shown as the printer will print it. */
export function DesignerPage() {
  const { template } = route.useParams()
  const query = useOperation('showLabelTemplate', { template })
  return (
    <AnsweredPage query={query} name={template}>
      {(shown) => (
        <Designer key={template} known={shown.template as Template} isReady={shown.isReady} />
      )}
    </AnsweredPage>
  )
}

function Designer({ known, isReady }: { known: Template; isReady: boolean }) {
  const t = useText('labels')
  const company = useCompany()
  // One of Seriatim stays as it is: a changed one is the company's own, under a name of its own.
  const titleOf = useTemplateTitle()
  const title = titleOf({ ...known, isReady })
  const first = isReady ? { ...known, name: `own-${known.name}`.slice(0, 60), title } : known
  const [design, step] = useReducer(designAfter, first, begin)
  const preview = usePreview(design.template)
  useUndoKeys(step)
  const { save, problem, isAsking } = useSave(design.template)
  return (
    <Page
      title={design.template.title}
      over={
        <Link to="/c/$company/labels" params={{ company }}>
          {t('title')}
        </Link>
      }
      actions={
        <DesignActions
          design={design}
          onStep={step}
          onSave={() => void save()}
          isSaving={isAsking}
        />
      }
      wide
    >
      <Complaint problem={problem} />
      <div className={styles.designer}>
        <Stack>
          <AddTools template={design.template} onStep={step} />
          <DesignCanvas
            design={design}
            svg={preview.shown?.svg ?? null}
            faulty={faultyIn(preview.shown?.findings ?? [])}
            onStep={step}
          />
          <p className={styles.hint}>{t('designer.canvasHint')}</p>
          <Findings findings={preview.shown?.findings} dpi={preview.dpi} />
        </Stack>
        <div className={styles.side}>
          <Stack>
            <SidePanel design={design} fields={preview.fields} onStep={step} />
            <PreviewFields preview={preview} />
          </Stack>
        </div>
      </div>
    </Page>
  )
}

/** Saves the template under its name; one of the company that had the name can be brought back. */
function useSave(template: Template) {
  const t = useText('labels')
  const { ask, problem, isAsking } = useAsk()
  const wayBack = useWayBack()
  const saved = useOperation('listLabelTemplates', {})
  const { name, title: detail } = template
  const save = async () => {
    const hasFormer = saved.data?.templates.some((one) => one.name === name)
    const former = hasFormer ? await ask('showLabelTemplate', { template: name }) : undefined
    if (!(await ask('saveLabelTemplate', { template: { ...template } }))) return
    const undo = former
      ? wayBack('saveLabelTemplate', { template: former.template }, { detail })
      : wayBack('deleteLabelTemplate', { template: name }, { detail })
    tell({ kind: 'done', words: t('designer.saved'), detail, undo })
  }
  return { save, problem, isAsking }
}

/** Back, forth, and kept. */
function DesignActions({
  design,
  onStep,
  onSave,
  isSaving,
}: {
  design: Design
  onStep: (step: Step) => void
  onSave: () => void
  isSaving: boolean
}) {
  const t = useText('labels')
  const mayManage = useMay('manage', useCompany())
  return (
    <>
      <IconButton
        label={t('designer.undo')}
        disabled={design.past.length === 0}
        onClick={() => onStep({ kind: 'undo' })}
      >
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton
        label={t('designer.redo')}
        disabled={design.future.length === 0}
        onClick={() => onStep({ kind: 'redo' })}
      >
        <Redo2 aria-hidden />
      </IconButton>
      {mayManage && (
        <Button leftSection={<Save aria-hidden />} loading={isSaving} onClick={onSave}>
          {t('designer.save')}
        </Button>
      )}
    </>
  )
}

/** Ctrl-Z and Ctrl-Y, except in a field that has an undo of its own. */
function useUndoKeys(step: (step: Step) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isField = event.target instanceof HTMLInputElement
      if (isField || !(event.ctrlKey || event.metaKey)) return
      const key = event.key.toLowerCase()
      const kind = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' && 'undo'
      if (!kind) return
      event.preventDefault()
      step({ kind })
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [step])
}
