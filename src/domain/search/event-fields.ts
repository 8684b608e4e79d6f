import type { FieldDefinition } from './field-definition.ts'

/** When something last happened to a unit. */
export const eventFields = {
  received: {
    type: 'moment',
    aliases: ['receipt'],
    examples: ['received>2013-06', 'received:2013-06..2013-09', 'received:7d'],
  },
  made: {
    type: 'moment',
    aliases: ['commissioned', 'created'],
    examples: ['made:2013', 'made:this-week'],
  },
  shipped: {
    type: 'moment',
    aliases: ['sent'],
    examples: ['shipped:yesterday', 'shipped>=2013-W24', '-shipped:*'],
  },
  moved: {
    type: 'moment',
    aliases: [],
    examples: ['moved:today', 'moved<1y'],
  },
  seen: {
    type: 'moment',
    aliases: ['last_seen', 'observed'],
    examples: ['seen<3mo', 'seen:2013-12-31'],
  },
  failed: {
    type: 'moment',
    aliases: ['failure'],
    examples: ['failed:*', 'failed:2013-Q4', '-failed:*'],
  },
  changed: {
    type: 'moment',
    aliases: ['updated', 'modified'],
    examples: ['changed:1d', 'changed>=2013-06-15T14:30'],
  },
} as const satisfies Record<string, FieldDefinition>
