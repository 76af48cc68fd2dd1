import type { Document, Stage } from '@counterclaim/model'

/** What a document makes the stage do. */
export interface Unruly extends Document {
  readonly deed: 'work' | 'die' | 'hang' | 'hoard' | 'throw'
}

/** A stage that does what its document says, as those do that meet a defect of a library. */
export const unruly: Stage<Unruly, { readonly done: string }, unknown> = {
  name: 'unruly',
  version: 1,
  run: async ({ deed }) => {
    if (deed === 'die') process.exit(3)
    if (deed === 'throw') throw new Error('thrown')
    const hoard: number[][] = []
    while (deed === 'hoard') hoard.push(Array.from({ length: 1_000_000 }, () => hoard.length))
    while (deed === 'hang');
    return { done: deed }
  },
}
