import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

/** The colours that a part can have, by what they mean; each has its tokens in tokens.css. */
export type Tone = 'accent' | 'done' | 'needs' | 'refused'

const toneOf = (color: unknown): Tone =>
  color === 'done' || color === 'needs' || color === 'refused' ? color : 'accent'

/** Mantine asks for ten shades of a colour; ours are tokens that know light, dark and contrast. */
const shades = (tone: Tone) =>
  Array.from({ length: 10 }, () => `var(--${tone})`) as unknown as MantineColorsTuple

/** Lines and grounds inside of Mantine's parts, ours where there are such: from light to dark. */
const grays = [
  '#f2f6f7',
  '#e9eff0',
  '#dfe6e8',
  'var(--line)',
  'var(--line-strong)',
  '#5f7079',
  '#4a5b64',
  '#33434b',
  '#1f2f38',
  '#10202a',
] as const
const darkGrays = [
  '#e4edf0',
  '#c7d5db',
  '#a3b5bd',
  '#8b9fa8',
  'var(--line-strong)',
  '#1f333d',
  'var(--surface-sunken)',
  'var(--surface)',
  '#0b151a',
  '#081015',
] as const

const variantColors: VariantColorsResolver = ({ color, variant }) => {
  const tone = toneOf(color)
  const strong = tone === 'accent' ? 'var(--accent-strong)' : `var(--${tone})`
  const clear = { background: 'transparent', border: '1px solid transparent' }
  if (variant === 'default') {
    const border = '1px solid var(--line-strong)'
    const hover = 'var(--surface-hover)'
    return { background: 'var(--surface)', hover, color: 'var(--text)', border }
  }
  if (variant === 'light') {
    return {
      ...clear,
      background: `var(--${tone}-soft)`,
      hover: `var(--${tone}-soft)`,
      color: strong,
    }
  }
  if (variant === 'subtle' || variant === 'transparent') {
    return { ...clear, hover: 'var(--surface-hover)', color: `var(--${tone})` }
  }
  if (variant === 'outline') {
    return {
      ...clear,
      hover: `var(--${tone}-soft)`,
      color: `var(--${tone})`,
      border: `1px solid var(--${tone})`,
    }
  }
  return { ...clear, background: `var(--${tone})`, hover: strong, color: `var(--on-${tone})` }
}

const colorVariables = {
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-soft)',
  '--mantine-color-placeholder': 'var(--text-faint)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--refused)',
  '--mantine-color-success': 'var(--done)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface-hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--surface-sunken)',
  '--mantine-color-disabled-color': 'var(--text-faint)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  ...Object.fromEntries(
    (['accent', 'done', 'needs', 'refused'] as const).flatMap((tone) => [
      [`--mantine-color-${tone}-filled`, `var(--${tone})`],
      [`--mantine-color-${tone}-filled-hover`, `var(--${tone})`],
      [`--mantine-color-${tone}-light`, `var(--${tone}-soft)`],
      [`--mantine-color-${tone}-light-hover`, `var(--${tone}-soft)`],
      [`--mantine-color-${tone}-light-color`, `var(--${tone})`],
      [`--mantine-color-${tone}-outline`, `var(--${tone})`],
      [`--mantine-color-${tone}-text`, `var(--${tone})`],
    ]),
  ),
}

/** Gives Mantine's variables the values of our tokens. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: colorVariables,
  dark: colorVariables,
})

const targetHeight = 'var(--target)'

/** How Mantine's parts look and behave here. */
export const theme = createTheme({
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--sans)', fontWeight: '600' },
  fontSizes: {
    xs: 'var(--text-xs)',
    sm: 'var(--text-s)',
    md: 'var(--text-m)',
    lg: 'var(--text-l)',
    xl: 'var(--text-xl)',
  },
  spacing: {
    xs: 'var(--space-2)',
    sm: 'var(--space-3)',
    md: 'var(--space-4)',
    lg: 'var(--space-5)',
    xl: 'var(--space-6)',
  },
  radius: { sm: 'var(--radius-s)', md: 'var(--radius-m)', lg: 'var(--radius-l)' },
  defaultRadius: 'md',
  primaryColor: 'accent',
  colors: {
    gray: grays,
    dark: darkGrays,
    accent: shades('accent'),
    done: shades('done'),
    needs: shades('needs'),
    refused: shades('refused'),
  },
  variantColorResolver: variantColors,
  focusRing: 'never',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { size: 'md' },
      vars: () => ({ root: { '--button-height': targetHeight, '--button-fz': 'var(--text-m)' } }),
    },
    ActionIcon: {
      defaultProps: { variant: 'subtle' },
      vars: () => ({ root: { '--ai-size': targetHeight } }),
    },
    SegmentedControl: {
      defaultProps: { size: 'md' },
      styles: {
        label: { display: 'grid', placeItems: 'center', minBlockSize: 'calc(var(--target) - 8px)' },
      },
    },
    Input: { vars: () => ({ wrapper: { '--input-height': targetHeight } }) },
    InputWrapper: { defaultProps: { size: 'md' } },
    Modal: { defaultProps: { centered: true, padding: 'lg', radius: 'lg' } },
    // The head of a dialog is not the head of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    // Where it is opened, it belongs to the landmark of its button; its first entry gets the focus.
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
    // A landmark of the page (index.html) has what floats over it: dialogs, lists of choices.
    Portal: { defaultProps: { target: '#floating' } },
  },
})
