import type { Template } from '../../../label/index.ts'
import { useSaid } from '../../texts/say.ts'
import { useText } from '../../texts/texts.ts'
import type { Element } from './design.ts'

/** What a template is called: one of Seriatim in the chosen language, an own one as it was named. */
export function useTemplateTitle(): (
  template: Pick<Template, 'name' | 'title'> & { readonly isReady: boolean },
) => string {
  const say = useSaid()
  return ({ name, title, isReady }) =>
    isReady ? say({ key: `templates.title.${name}`, values: {} }, title) : title
}

/** What an element is called: by its own name, known ones in the chosen language, or by its kind. */
export function useElementName(): (element: Pick<Element, 'id' | 'type'>) => string {
  const t = useText('labels')
  const say = useSaid()
  return ({ id, type }) =>
    id === undefined
      ? t(`designer.kinds.${type}`)
      : say({ key: `templates.element.${id}`, values: {} }, id)
}

/** An element as a finding names it, such as `3 (barcode)`: by its own name or by its kind. */
export function useFoundElement(): (found: string) => string {
  const t = useText('labels')
  const say = useSaid()
  return (found) => {
    const [, number, name = ''] = /^(\d+) \((.*)\)$/.exec(found) ?? []
    if (number === undefined) return found
    const kind = t(`designer.kinds.${name as Element['type']}`, { defaultValue: name })
    return `${number} (${say({ key: `templates.element.${name}`, values: {} }, kind)})`
  }
}
