/**
 * The plain parts that pages are made of: Mantine's, as theme.ts makes them. Whatever a page needs
 * of Mantine is let through here, so that a page never depends on it.
 */
export {
  Autocomplete,
  Button,
  Checkbox,
  Drawer,
  Loader,
  Menu,
  NativeSelect,
  Progress,
  SegmentedControl,
  Slider,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core'
export { IconButton } from './icon-button.tsx'
export { Modal } from './modal.tsx'
export { PasswordInput } from './password-input.tsx'
