import type { LinkProps } from '@tanstack/react-router'
import {
  House,
  Search,
  type LucideIcon,
  Boxes,
  ClipboardList,
  FileUp,
  Handshake,
  MapPin,
  Settings,
  MoveRight,
  Package,
  PackageOpen,
  Printer,
  Truck,
} from 'lucide-react'
import type { Permission } from '../../contract/permission.ts'
import type shellTexts from '../../i18n/en/shell.json'

/** A place that the rail, the bottom bar and the box lead to. */
export interface Destination {
  /** Its name is the text `shell:navigation.<name>`. */
  readonly name: keyof (typeof shellTexts)['navigation']
  readonly to: NonNullable<LinkProps['to']>
  readonly picture: LucideIcon
  readonly group: 'start' | 'work' | 'things' | 'manage'
  /** What a person needs to be shown it; everybody is when absent. */
  readonly needs?: Permission
  /** Stands in the bottom bar of a phone; at most four do, the rest is under "More". */
  readonly isInBar?: boolean
}

/** Every destination, in the order of the rail. */
export const destinations: readonly Destination[] = [
  { name: 'home', to: '/c/$company', picture: House, group: 'start', isInBar: true },
  { name: 'find', to: '/c/$company/find', picture: Search, group: 'start', isInBar: true },
  {
    name: 'receive',
    to: '/c/$company/receive',
    picture: PackageOpen,
    group: 'work',
    isInBar: true,
    needs: 'record',
  },
  {
    name: 'move',
    to: '/c/$company/move',
    picture: MoveRight,
    group: 'work',
    isInBar: true,
    needs: 'record',
  },
  { name: 'pack', to: '/c/$company/pack', picture: Package, group: 'work', needs: 'record' },
  { name: 'ship', to: '/c/$company/ship', picture: Truck, group: 'work', needs: 'record' },
  { name: 'labels', to: '/c/$company/labels', picture: Printer, group: 'work' },
  { name: 'items', to: '/c/$company/items', picture: Boxes, group: 'things' },
  { name: 'locations', to: '/c/$company/locations', picture: MapPin, group: 'things' },
  { name: 'orders', to: '/c/$company/orders', picture: ClipboardList, group: 'things' },
  { name: 'parties', to: '/c/$company/parties', picture: Handshake, group: 'things' },
  { name: 'imports', to: '/c/$company/imports', picture: FileUp, group: 'manage', needs: 'manage' },
  { name: 'settings', to: '/c/$company/settings', picture: Settings, group: 'manage' },
]
