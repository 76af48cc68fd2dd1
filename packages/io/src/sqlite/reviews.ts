import type { Review, Reviews } from '@counterclaim/model'
import type { Db } from './database.ts'

interface ReviewRow {
  readonly body: string
}

/** A decision is filed under its contradiction, and once more under each document that it rests on, so that either finds it. */
function placesOf({ contradiction, sides = [] }: Review): string[] {
  const documents = new Set(sides.flat().map(({ document }) => document))
  return [contradiction, ...[...documents].map((id) => `${id} ${contradiction}`)]
}

/** People's decisions in SQLite. */
export function sqliteReviews(db: Db): Reviews {
  return {
    add: async (review) =>
      db.transaction(() => {
        for (const place of placesOf(review)) {
          db.run(
            'INSERT OR IGNORE INTO reviews (contradiction, at, by, state, body) VALUES (?, ?, ?, ?, ?)',
            place,
            review.at,
            review.by,
            review.state,
            JSON.stringify(review),
          )
        }
      }),
    ofDocuments: async (documents) =>
      db
        .all<ReviewRow>(
          `SELECT DISTINCT r.body FROM json_each(?) d JOIN reviews r
           ON r.contradiction > d.value || ' ' AND r.contradiction < d.value || '!'
           ORDER BY r.body ->> 'contradiction', r.at, r.by`,
          JSON.stringify(documents),
        )
        .map(toReview),
  }
}

/** The decisions on a contradiction, the latest first. */
export function reviewsOf(db: Db, contradiction: string): Review[] {
  return db
    .all<ReviewRow>('SELECT body FROM reviews WHERE contradiction = ? ORDER BY at DESC, by DESC', contradiction)
    .map(toReview)
}

/** All decisions, by contradiction, the earliest first. They are made by hand: there are some thousands at most. */
export function allReviews(db: Db): Review[] {
  return db
    .all<ReviewRow>("SELECT body FROM reviews WHERE instr(contradiction, ' ') = 0 ORDER BY contradiction, at, by")
    .map(toReview)
}

function toReview({ body }: ReviewRow): Review {
  return JSON.parse(body) as Review
}
