/** Done, needs you, or refused. */
export type Verdict = 'done' | 'needs' | 'refused'
