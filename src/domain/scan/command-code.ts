import { commandNames, meaning, type CommandName, type Meaning } from './meaning.ts'

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

const sentences: Readonly<Record<CommandName, string>> = {
  done: 'Done: finish what is being done',
  undo: 'Undo the last step',
  next: 'Next: go on to the next one',
  cancel: 'Cancel what is being done',
  confirm: 'Confirm the question',
  repeat: 'Repeat the last step with the next scan',
  help: 'Say what can be scanned now',
  quantity: 'Set the quantity',
}

/** Reads one of our own barcodes; `null` when the text is none, however it goes on. */
export function readOwnCode(text: string): Meaning | null {
  if (!text.toUpperCase().startsWith(ownPrefix)) return null
  const [word = '', ...rest] = text.slice(ownPrefix.length).split(':')
  const argument = rest.join(':')
  if (word.toUpperCase() === 'BADGE' && argument !== '') {
    return meaning({
      kind: 'person',
      title: 'A person’s badge',
      why: 'It begins as the badges of this system do.',
      confidence: 0.99,
      badge: argument,
      facts: [{ name: 'badge', value: argument }],
    })
  }
  const isQuantity = word.toUpperCase() === 'QTY'
  const name = isQuantity ? 'quantity' : commandNames.find((one) => one === word.toLowerCase())
  const quantity = isQuantity && /^\d{1,10}$/.test(argument) ? Number(argument) : null
  const fits = isQuantity ? quantity !== null && quantity <= quantityMax : argument === ''
  if (name === undefined || !fits) {
    return meaning({
      kind: 'text',
      title: 'An unknown command barcode',
      why: `It begins with ${ownPrefix}, but there is no such command. Print the sheet of commands anew.`,
      confidence: 0.9,
    })
  }
  return meaning({
    kind: 'command',
    title: quantity === null ? sentences[name] : `${sentences[name]} to ${quantity}`,
    why: 'It is a command barcode of this system.',
    confidence: 1,
    run: { name, quantity },
  })
}
