import type { Command } from 'commander'

/** Shows at the end of a command's help how it is used. */
export const withExamples = (command: Command, ...lines: readonly string[]): Command =>
  command.addHelpText('after', ['\nExamples:', ...lines.map((line) => `  ${line}`)].join('\n'))
