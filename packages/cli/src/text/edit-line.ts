import type { Edit } from '@counterclaim/model'
import { editWords } from '@counterclaim/view'
import { plain } from './plain.ts'

/** One edit on a line of its own. */
export function editLine(edit: Edit): string {
  const { id, note, by, at } = edit
  const when = `${at.slice(0, 16).replace('T', ' ')} UTC`
  return `${id}  ${plain(editWords(edit))} by ${plain(by)}, ${when}${note === null ? '' : `: ${plain(note)}`}\n`
}
