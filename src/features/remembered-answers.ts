import { createHash } from 'node:crypto'
import type { Operation } from '../contract/operation.ts'
import { failWith } from '../contract/problem.ts'
import type { Context } from './context.ts'

/** How long the answer to a key is remembered, in milliseconds. */
const rememberedMs = 24 * 60 * 60_000

/** Old answers that are forgotten with each new one. */
const forgottenAtOnce = 20

interface Remembered {
  readonly hash: string
  readonly answer: unknown
}

/** Answers that are being made, so that a repeat waits for the first. */
const underWay = new Map<string, Promise<Remembered>>()

/**
 * Does something once: the same key with the same input gets the answer of the first time; with
 * another input it is refused. What failed is not remembered, so that it can be tried again.
 * The answer is kept after the work is done; where a server dies in between, the work is repeated.
 *
 * @param key made by whoever asks, once for what is to be done once
 */
export async function answerOnce(
  { name: operation }: Pick<Operation, 'name'>,
  input: unknown,
  key: string,
  context: Context,
  work: () => Promise<unknown>,
): Promise<unknown> {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    failWith('input_invalid.idempotency_key')
  }
  // What one person was answered is not told to another who happens to take the same key.
  const name = hashOf([operation, context.access.actor, key])
  const hash = hashOf(input)
  const place = `${context.folder} ${name}`
  const known = underWay.get(place)
  const first = known ?? recallOrMake(name, hash, context, work)
  if (!known) underWay.set(place, first)
  try {
    const remembered = await first
    if (remembered.hash === hash) return remembered.answer
  } finally {
    if (!known) underWay.delete(place)
  }
  return failWith('key_reused')
}

const recallOrMake = async (
  name: string,
  hash: string,
  context: Context,
  work: () => Promise<unknown>,
): Promise<Remembered> => (await recall(name, context)) ?? make(name, hash, context, work)

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url')

async function recall(name: string, { store, now }: Context): Promise<Remembered | undefined> {
  const row = await store.read
    .selectFrom('settings')
    .select('data')
    .where('kind', '=', 'answer')
    .where('name', '=', name)
    .where('changed', '>', now() - rememberedMs)
    .executeTakeFirst()
  return row && (JSON.parse(row.data) as Remembered)
}

async function make(
  name: string,
  hash: string,
  { store, now }: Context,
  work: () => Promise<unknown>,
): Promise<Remembered> {
  const remembered = { hash, answer: await work() }
  const old = await store.read
    .selectFrom('settings')
    .select('name')
    .where('kind', '=', 'answer')
    .where('changed', '<=', now() - rememberedMs)
    .limit(forgottenAtOnce)
    .execute()
  await store.transact(async (transaction) => {
    for (const one of old) await transaction.keepSetting('answer', one.name, null, now())
    await transaction.keepSetting('answer', name, JSON.stringify(remembered), now())
  })
  return remembered
}
