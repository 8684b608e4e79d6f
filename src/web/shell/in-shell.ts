import { createContext } from 'react'

/** Whether something stands within the frame of a company, whose content is the main part. */
export const InShell = createContext(false)
