import { useQueryClient } from '@tanstack/react-query'
import type { Inputs } from '../../client/web-client.ts'
import { tell } from '../feedback/feedback.ts'
import { useText } from '../texts/texts.ts'
import { problemText } from '../ui/problem-text.ts'
import type { ValueOperation } from './operations.ts'
import { useClient } from './session.ts'

/**
 * Makes the undo of a message about a change of settings: the operation that sets what was there
 * before, whatever became of the form that changed it.
 */
export function useWayBack() {
  const client = useClient()
  const queries = useQueryClient()
  const t = useText('common')
  return <Name extends ValueOperation>(
    name: Name,
    input: Inputs[Name],
    { detail, after }: { detail?: string; after?: () => Promise<unknown> } = {},
  ) =>
    async (): Promise<void> => {
      try {
        await client.call(name, input)
      } catch (error) {
        return tell({ kind: 'refused', words: t('refused'), detail: problemText(error) })
      }
      await queries.invalidateQueries({ queryKey: [client.company] })
      await after?.()
      tell({ kind: 'done', words: t('undone'), ...(detail !== undefined && { detail }) })
    }
}
