import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react'

/** What a button is given so that its menu is there when it is pressed. */
export interface OpenerProps {
  readonly onClick?: () => void
  readonly onPointerEnter?: () => void
  readonly onFocus?: () => void
  readonly 'aria-haspopup'?: 'menu' | 'dialog'
  readonly 'aria-expanded'?: boolean
}

/**
 * A part that is loaded when somebody turns to its button, and opens by itself when it is there:
 * the first screen does not wait for menus and dialogs that nobody has asked for.
 */
export function whenWanted<Props extends object>(
  kind: 'menu' | 'dialog',
  Button: ComponentType<OpenerProps>,
  load: () => Promise<ComponentType<Props>>,
): (properties: Props) => ReactNode {
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>
  return function WhenWanted(properties) {
    const [isWanted, setWanted] = useState(false)
    const prepare = () => void load()
    const button = (
      <Button
        onClick={() => setWanted(true)}
        onPointerEnter={prepare}
        onFocus={prepare}
        aria-haspopup={kind}
        aria-expanded={false}
      />
    )
    if (!isWanted) return button
    return (
      <Suspense fallback={button}>
        <Part {...properties} />
      </Suspense>
    )
  }
}
