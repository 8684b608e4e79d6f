import { createContext } from 'react'
import type { LiveState } from './live.ts'

/** How the connection of the company stands that is shown; `on` outside of one. */
export const Live = createContext<LiveState>('on')
