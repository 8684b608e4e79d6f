import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { Template } from '../../../label/index.ts'
import { useText } from '../../texts/texts.ts'
import {
  boxOf,
  moved,
  resized,
  snapLines,
  snapped,
  withElement,
  withoutElement,
  type Design,
  type Step,
} from './design.ts'
import styles from './labels.module.css'
import { pictureOf } from './picture-of.ts'
import { useElementName } from './template-words.ts'

/** Pixels of the label's longer side at most, and of a millimetre: a tiny label need not fill it. */
const sideMax = 720
const scaleMax = 14

/** The label as it will be printed, with what stands on it to be moved. */
export function DesignCanvas({
  design,
  svg,
  faulty,
  onStep,
}: {
  design: Design
  /** The label as the server laid it out. */
  svg: string | null
  /** Numbers, from 1, of elements with an error. */
  faulty: ReadonlySet<number>
  onStep: (step: Step) => void
}) {
  const t = useText('labels')
  const { template, selected } = design
  const { width, height } = template
  const scale = Math.min(scaleMax, sideMax / width, sideMax / height)
  const box = { inlineSize: `min(100%, ${width * scale}px)`, aspectRatio: `${width} / ${height}` }
  const picture = pictureOf(svg)
  return (
    <div className={styles.bench}>
      <div
        className={styles.label}
        style={box}
        role="group"
        aria-label={t('designer.canvas')}
        onPointerDown={({ target, currentTarget }) => {
          if (target === currentTarget) onStep({ kind: 'select', index: null })
        }}
      >
        {picture !== undefined && <img src={picture} alt="" />}
        {template.elements.map((_, index) => (
          <Handle
            key={index}
            template={template}
            index={index}
            isSelected={index === selected}
            isFaulty={faulty.has(index + 1)}
            onStep={onStep}
          />
        ))}
      </div>
    </div>
  )
}

/** Steps of the arrow keys, in millimetres. */
const stepMm = 0.5
const longStepMm = 5

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

interface HandleProperties {
  readonly template: Template
  readonly index: number
  readonly isSelected: boolean
  readonly isFaulty: boolean
  readonly onStep: (step: Step) => void
}

/** One element, to be chosen, dragged, and moved by keys. */
function Handle({ template, index, isSelected, isFaulty, onStep }: HandleProperties) {
  const nameOf = useElementName()
  const element = template.elements[index]!
  const drag = useDrag(template, index, onStep)
  const { x, y, width, height } = boxOf(element)
  const share = (length: number, whole: number) => `${(100 * length) / whole}%`
  const style = {
    insetInlineStart: share(x, template.width),
    insetBlockStart: share(y, template.height),
    inlineSize: share(width, template.width),
    blockSize: share(height, template.height),
  }
  const name = `${index + 1} ${nameOf(element)}`
  const press = (event: KeyboardEvent) => {
    const way = ways[event.key]
    if (way) {
      event.preventDefault()
      const step = event.shiftKey ? longStepMm : stepMm
      const change = event.altKey ? resized : moved
      const next = change(element, way[0] * step, way[1] * step)
      onStep({
        kind: 'change',
        template: withElement(template, index, next),
        about: `keys ${index}`,
      })
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      onStep({ kind: 'change', template: withoutElement(template, index), about: 'remove' })
      onStep({ kind: 'select', index: null })
    }
  }
  return (
    <button
      type="button"
      className={styles.element}
      style={style}
      aria-label={name}
      aria-pressed={isSelected}
      data-selected={isSelected || undefined}
      data-faulty={isFaulty || undefined}
      onFocus={() => onStep({ kind: 'select', index })}
      onKeyDown={press}
      {...drag('move')}
    >
      {isSelected && <span className={styles.handle} aria-hidden {...drag('resize')} />}
    </button>
  )
}

/** What a drag began with. */
interface Drag {
  readonly pointer: number
  readonly x: number
  readonly y: number
  /** Pixels a millimetre. */
  readonly scale: number
  readonly template: Template
}

function useDrag(template: Template, index: number, onStep: (step: Step) => void) {
  const drag = useRef<Drag>(undefined)
  return (kind: 'move' | 'resize') => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      onStep({ kind: 'select', index })
      const label = event.currentTarget.closest(`.${styles.label}`)!.getBoundingClientRect()
      const scale = label.width / template.width
      const { pointerId, clientX, clientY } = event
      drag.current = { pointer: pointerId, x: clientX, y: clientY, scale, template }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const begun = drag.current
      if (begun?.pointer !== event.pointerId) return
      event.stopPropagation()
      const { x, y, scale } = begun
      const way = [(event.clientX - x) / scale, (event.clientY - y) / scale] as const
      const element = begun.template.elements[index]!
      const next = dragged(begun.template, index, kind, way)
      if (next !== element) {
        const about = `${kind} ${index} ${x} ${y}`
        onStep({ kind: 'change', template: withElement(begun.template, index, next), about })
      }
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      event.stopPropagation()
      drag.current = undefined
    },
  })
}

/** An element after a drag: drawn to the edges of what is near. */
function dragged(
  template: Template,
  index: number,
  kind: 'move' | 'resize',
  [dx, dy]: readonly [number, number],
) {
  const element = template.elements[index]!
  const box = boxOf(element)
  const lines = snapLines(template, index)
  if (kind === 'move') {
    const right = snapped(box.x, box.width, dx, lines.x)
    const down = snapped(box.y, box.height, dy, lines.y)
    return right === 0 && down === 0 ? element : moved(element, right, down)
  }
  const wider = snapped(box.x + box.width, 0, dx, lines.x)
  const higher = snapped(box.y + box.height, 0, dy, lines.y)
  return resized(element, wider, higher)
}
