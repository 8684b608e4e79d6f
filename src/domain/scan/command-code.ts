import { fact } from '../fact.ts'
import { commandNames, meaning, type CommandName, type Meaning } from './meaning.ts'
import { say } from './say.ts'

/** What our own barcodes begin with: commands, and the badges of people. */
const ownPrefix = 'SRT:'

/** Largest amount that a barcode can say. */
const quantityMax = 1_000_000_000

/** How a command is written in its barcode; only characters that every symbol can hold. */
export function writeCommandCode(name: CommandName, quantity?: number): string {
  return name === 'quantity'
    ? `${ownPrefix}QTY:${quantity ?? 1}`
    : `${ownPrefix}${name.toUpperCase()}`
}

/** How a person's badge is written. */
export const writeBadgeCode = (badge: string): string => `${ownPrefix}BADGE:${badge}`

/** Reads one of our own barcodes; `null` when the text is none, however it goes on. */
export function readOwnCode(text: string): Meaning | null {
  if (!text.toUpperCase().startsWith(ownPrefix)) return null
  const [word = '', ...rest] = text.slice(ownPrefix.length).split(':')
  const argument = rest.join(':')
  if (word.toUpperCase() === 'BADGE' && argument !== '') {
    return meaning({
      kind: 'person',
      title: say('title.badge'),
      why: say('why.badge'),
      confidence: 0.99,
      badge: argument,
      facts: [fact(say('fact.badge'), argument)],
    })
  }
  const isQuantity = word.toUpperCase() === 'QTY'
  const name = isQuantity ? 'quantity' : commandNames.find((one) => one === word.toLowerCase())
  const quantity = isQuantity && /^\d{1,10}$/.test(argument) ? Number(argument) : null
  const fits = isQuantity ? quantity !== null && quantity <= quantityMax : argument === ''
  if (name === undefined || !fits) {
    return meaning({
      kind: 'text',
      title: say('title.unknownCommand'),
      why: say('why.unknownCommand', { prefix: ownPrefix }),
      confidence: 0.9,
    })
  }
  return meaning({
    kind: 'command',
    title: quantity === null ? say(`command.${name}`) : say('command.quantityTo', { quantity }),
    why: say('why.command'),
    confidence: 1,
    run: { name, quantity },
  })
}
