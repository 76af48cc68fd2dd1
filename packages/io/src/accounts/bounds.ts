/** A session ends after a working day, whether it is used or not. Source: OWASP Session Management Cheat Sheet (4 to 8 hours). */
export const SESSION_MS: number = 8 * 3_600_000
/**
 * After so many wrong passwords for a name within the window no password is right for it until the window has passed.
 * Source: OWASP ASVS 4.0 2.2.1 allows 100 an hour; a tenth of that still forgives a person who forgot.
 */
export const MOST_FAILURES = 10
export const WINDOW_MS: number = 15 * 60_000
