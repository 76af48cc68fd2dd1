import type { NameModel, NameProposal, TextDocument } from '@counterclaim/model'

/** What a model proposes, and how its rule is called. */
export interface Proposed {
  readonly by: string
  readonly names: readonly NameProposal[]
}

/** Asks a model for names. */
export async function askModel(model: NameModel, doc: TextDocument): Promise<Proposed> {
  return { by: `model:${model.name}@${model.version}`, names: await model.propose(doc) }
}
