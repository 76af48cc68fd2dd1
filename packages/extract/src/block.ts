import type { Passage } from '@counterclaim/model'

/** One block of a document on its way to clean text: what a passage will be, before offsets exist. */
export interface Block {
  readonly kind: Passage['kind']
  /** One line of text: no line breaks, no leading or trailing space. */
  readonly text: string
  /** 1-based page it stands on, where the input has pages. */
  readonly page?: number
}

/** A block with other text; keeps its kind and page. */
export function withText(block: Block, text: string): Block {
  return text === block.text ? block : { ...block, text }
}
