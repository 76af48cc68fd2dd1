/** What a thing is shown as: lines for people, a value for programs. */
export interface Shown {
  readonly lines: () => Promise<string>
  readonly json: () => Promise<unknown>
}
