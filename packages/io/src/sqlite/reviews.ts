import type { Review, Reviews } from '@counterclaim/model'
import type { Db } from './database.ts'

interface ReviewRow {
  readonly body: string
}

/** People's decisions in SQLite. */
export function sqliteReviews(db: Db): Reviews {
  return {
    add: async (review) => {
      db.run(
        'INSERT OR IGNORE INTO reviews (contradiction, at, by, state, body) VALUES (?, ?, ?, ?, ?)',
        review.contradiction,
        review.at,
        review.by,
        review.state,
        JSON.stringify(review),
      )
    },
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
  return db.all<ReviewRow>('SELECT body FROM reviews ORDER BY contradiction, at, by').map(toReview)
}

function toReview({ body }: ReviewRow): Review {
  return JSON.parse(body) as Review
}
