import { handlers } from '../features/index.ts'

/** What is served over the network: everything but what reads or writes files of this machine. */
export const servedHandlers = handlers.filter(({ operation }) => operation.isLocal !== true)
