import {
  useInfiniteQuery,
  useQuery,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { Inputs, Outputs, WebClient } from '../../client/web-client.ts'
import { useClient } from './session.ts'

/** Name of an operation with one answer. */
export type ValueOperation = Parameters<WebClient['call']>[0]

interface Options {
  /** Asks only when true. */
  readonly enabled?: boolean
  /** Shows the former answer until the next one is there, instead of a skeleton. */
  readonly keepsFormer?: boolean
}

/** The key of an answer: a change in the company makes all that begin with its code stale. */
export const operationKey = (company: string, name: string, input: unknown) =>
  [company, name, input] as const

/** What an operation answers, kept and brought up to date when the company changes. */
export function useOperation<Name extends ValueOperation>(
  name: Name,
  input: Inputs[Name],
  { enabled = true, keepsFormer = false }: Options = {},
): UseQueryResult<Outputs[Name]> {
  const client = useClient()
  return useQuery<Outputs[Name]>({
    queryKey: operationKey(client.company, name, input),
    queryFn: ({ signal }) => client.call(name, input, { signal }),
    enabled,
    ...(keepsFormer && { placeholderData: (former: Outputs[Name] | undefined) => former as never }),
  })
}

/** Names of the operations that answer page by page. */
type PagedOperation = {
  [Name in ValueOperation]: Outputs[Name] extends { cursor: string | null }
    ? Inputs[Name] extends { cursor?: string | undefined }
      ? Name
      : never
    : never
}[ValueOperation]

/** A list that is asked for page by page, as far as somebody looks. */
export function usePages<Name extends PagedOperation>(
  name: Name,
  input: Inputs[Name],
  { enabled = true, keepsFormer = false }: Options = {},
): UseInfiniteQueryResult<Outputs[Name][]> {
  const client = useClient()
  return useInfiniteQuery<Outputs[Name], Error, Outputs[Name][], readonly unknown[], string | null>(
    {
      queryKey: operationKey(client.company, `${name}/pages`, input),
      queryFn: ({ pageParam, signal }) =>
        client.call(
          name,
          {
            ...(input as object),
            ...(pageParam !== null && { cursor: pageParam }),
          } as Inputs[Name],
          { signal },
        ),
      initialPageParam: null,
      getNextPageParam: (page) => (page as { cursor: string | null }).cursor,
      select: ({ pages }) => pages,
      enabled,
      ...(keepsFormer && { placeholderData: (former: unknown) => former as never }),
    },
  )
}
