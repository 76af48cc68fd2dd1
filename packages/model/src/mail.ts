/** A message to one person. */
export interface Mail {
  readonly to: string
  readonly subject: string
  /** The whole of it, for who reads text. */
  readonly text: string
  /** … and for who does not. */
  readonly html: string
  /** The same whenever it is sent again: a mailbox shows it once. */
  readonly id: string
  /** What a POST to ends the mails, by one click of the reader's program (RFC 8058); null where nobody subscribed. */
  readonly unsubscribe: string | null
  /** Shown in the HTML as `cid:NAME`. */
  readonly pictures: readonly { readonly name: string; readonly png: Uint8Array }[]
}

/** Sends mail. */
export interface Mailer {
  /**
   * Hands a message to the server of outgoing mail.
   * @throws {Unprocessable} `mail.refused`: that address will never get it
   * @throws {RetryLater} `mail.busy`, `mail.not-set-up`: it may be taken later
   */
  send(mail: Mail): Promise<void>
}
