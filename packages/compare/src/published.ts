import type { ClaimedDocument } from '@counterclaim/model'
import { type DaySpan, daySpan } from './numeric/time-span.ts'
import { once } from './once.ts'

/** When a document was published, as far as a day; null when unknown. Read once: every claim of it is held against others of their time. */
export const published: (doc: ClaimedDocument) => DaySpan | null = once((doc) => daySpan(doc.publishedAt))
