import { getRouteApi, Link } from '@tanstack/react-router'
import { Minus, Package, Plus, QrCode, Redo2, Save, Square, Type, Undo2, Image } from 'lucide-react'
import { useEffect, useReducer } from 'react'
import type { Template } from '../../../label/index.ts'
import type { Outputs } from '../../../client/web-client.ts'
import { useAsk } from '../../data/ask.ts'
import { useMay } from '../../data/identity.ts'
import { useOperation } from '../../data/operations.ts'
import { useCompany } from '../../data/session.ts'
import { tell } from '../../feedback/feedback.ts'
import { useText } from '../../texts/texts.ts'
import { Page, Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Button, IconButton } from '../../ui/parts.ts'
import { Answered } from '../../ui/states.tsx'
import { Complaint } from '../door/door.tsx'
import { DesignCanvas } from './design-canvas.tsx'
import {
  begin,
  designAfter,
  newElement,
  withElement,
  withoutElement,
  type Design,
  type Element,
  type ElementType,
  type Step,
} from './design.ts'
import { ElementFields, LabelFields } from './element-fields.tsx'
import styles from './labels.module.css'
import { PreviewFields, usePreview } from './preview.tsx'

const route = getRouteApi('/c/$company/labels/templates/$template')

/** Designs a template: what is dragged and written is shown as the printer will print it. */
export function DesignerPage() {
  const { template } = route.useParams()
  const query = useOperation('showLabelTemplate', { template })
  return (
    <Answered query={query}>
      {(shown) => (
        <Designer key={template} known={shown.template as Template} isReady={shown.isReady} />
      )}
    </Answered>
  )
}

function Designer({ known, isReady }: { known: Template; isReady: boolean }) {
  const t = useText('labels')
  const company = useCompany()
  const { ask, problem, isAsking } = useAsk()
  const mayManage = useMay('manage', company)
  // One that comes with Seriatim stays: a changed one is the company's own, under a name of its own.
  const first = isReady ? { ...known, name: `own-${known.name}`.slice(0, 60) } : known
  const [design, step] = useReducer(designAfter, first, begin)
  const preview = usePreview(design.template)
  useUndoKeys(step)
  const save = async () => {
    if (await ask('saveLabelTemplate', { template: { ...design.template } })) {
      tell({ kind: 'done', words: t('designer.saved'), detail: design.template.title })
    }
  }
  const actions = (
    <>
      <IconButton
        label={t('designer.undo')}
        disabled={design.past.length === 0}
        onClick={() => step({ kind: 'undo' })}
      >
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton
        label={t('designer.redo')}
        disabled={design.future.length === 0}
        onClick={() => step({ kind: 'redo' })}
      >
        <Redo2 aria-hidden />
      </IconButton>
      {mayManage && (
        <Button leftSection={<Save aria-hidden />} loading={isAsking} onClick={() => void save()}>
          {t('designer.save')}
        </Button>
      )}
    </>
  )
  return (
    <Page
      title={design.template.title}
      over={
        <Link to="/c/$company/labels" params={{ company }}>
          {t('title')}
        </Link>
      }
      actions={actions}
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
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [step])
}

const pictures = {
  text: Type,
  barcode: QrCode,
  line: Minus,
  box: Square,
  handling: Package,
  picture: Image,
} as const satisfies Record<ElementType, unknown>

function AddTools({ template, onStep }: { template: Template; onStep: (step: Step) => void }) {
  const t = useText('labels')
  const add = (type: ElementType) => {
    const elements = [...template.elements, newElement(type, template)]
    onStep({ kind: 'change', template: { ...template, elements }, about: `add ${elements.length}` })
    onStep({ kind: 'select', index: elements.length - 1 })
  }
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('designer.add')}>
      {(Object.keys(pictures) as ElementType[]).map((type) => {
        const Picture = pictures[type]
        return (
          <Button
            key={type}
            variant="default"
            leftSection={<Picture aria-hidden />}
            rightSection={<Plus aria-hidden size={14} />}
            onClick={() => add(type)}
          >
            {t(`designer.kinds.${type}`)}
          </Button>
        )
      })}
    </div>
  )
}

function SidePanel({
  design: { template, selected },
  fields,
  onStep,
}: {
  design: Design
  fields: readonly string[]
  onStep: (step: Step) => void
}) {
  const t = useText('labels')
  const element = selected === null ? undefined : template.elements[selected]
  if (selected === null || !element) {
    return (
      <Panel title={t('designer.label')}>
        <LabelFields
          template={template}
          onChange={(properties) =>
            onStep({ kind: 'change', template: { ...template, ...properties }, about: 'label' })
          }
        />
      </Panel>
    )
  }
  const change = (properties: object) => {
    const next: Element = { ...element, ...properties }
    const about = `fields ${selected} ${Object.keys(properties).join()}`
    onStep({ kind: 'change', template: withElement(template, selected, next), about })
  }
  const remove = () => {
    onStep({ kind: 'change', template: withoutElement(template, selected), about: 'remove' })
    onStep({ kind: 'select', index: null })
  }
  return (
    <Panel
      title={element.id ?? t(`designer.kinds.${element.type}`)}
      actions={
        <Button variant="default" onClick={remove}>
          {t('designer.remove')}
        </Button>
      }
    >
      <ElementFields element={element} fields={fields} onChange={change} />
    </Panel>
  )
}

type Finding = Outputs['previewLabel']['findings'][number]

/** Numbers of the elements that have an error; a finding names one as `3 (code)`. */
const faultyIn = (findings: readonly Finding[]): ReadonlySet<number> =>
  new Set(
    findings
      .filter(({ level, element }) => level === 'error' && element !== null)
      .map(({ element }) => Number.parseInt(element!, 10)),
  )

function Findings({ findings, dpi }: { findings: readonly Finding[] | undefined; dpi: number }) {
  const t = useText('labels')
  if (!findings) return null
  return (
    <Panel title={t('designer.checks')}>
      {findings.length === 0 ? (
        <p>{t('designer.good', { dpi })}</p>
      ) : (
        <ul className={styles.findings} aria-live="polite">
          {findings.map(({ level, element, message }, index) => (
            <li key={index} data-level={level}>
              {element !== null && <strong>{element}</strong>}
              {message}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
