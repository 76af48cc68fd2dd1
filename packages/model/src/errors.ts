/**
 * Every code an error or a ledger reason may carry, with what the reader should do.
 * Closed: a retired code is never given a second meaning. docs/errors.md is held equal to it by a test.
 */
export const ERROR_CODES = {
  'input.missing': 'Check the path: nothing stands there.',
  'input.unreadable': 'Give the process the right to read the file.',
  'input.empty': 'The input has no bytes; fetch or save it again.',
  'input.damaged': 'The file is cut off or damaged; what stands before is read. Fetch or save it again.',
  'input.too-large': 'Raise COUNTERCLAIM_MAX_BYTES or split the input.',
  'input.binary': 'The bytes are no text, page or PDF; convert it first.',
  'input.loop': 'A link leads back to a folder above it; its files are read once, where they are.',
  'input.unsupported': 'Only .html, .txt, .md, .pdf, .json, .jsonl, .warc, and feeds and sitemaps in .xml are read.',
  'feed.invalid': 'The feed or sitemap is damaged; tell its publisher, or give the URLs of the pages.',
  'feed.none': 'Give the URL of a feed or sitemap, or of a page that names its feed.',
  'feed.opml': 'Watch the feeds it lists: `counterclaim sources import FILE`.',
  'feed.nested': 'A list inside a list is not followed; add it by itself if it is meant.',
  'fetch.bad-url': 'Give a http or https URL without a name or password in it.',
  'fetch.blocked-address': 'Name host:port in COUNTERCLAIM_ALLOW_HOSTS if an inner network is meant.',
  'fetch.busy': 'The server asked to be left alone for a while; try again later.',
  'fetch.dns': 'Check the host name: it has no address.',
  'fetch.encoding': 'The server sends a damaged body; fetch it by other means and give the file.',
  'fetch.forbidden': 'The server asks for a login, a payment or another reader; give the page as a file.',
  'fetch.headers': 'The server sends headers without end; nothing can be read from it.',
  'fetch.inflates': 'The body is small when sent and huge when unpacked; look at it with care.',
  'fetch.media-type': 'Give the URL of a page, a text or a PDF.',
  'fetch.network': 'The connection failed; try again later.',
  'fetch.not-found': 'Check the URL: the server has nothing there, or no more.',
  'fetch.protocol': 'Check the port: what answers there does not speak HTTP.',
  'fetch.redirects': 'The URL is redirected in a circle or too often; open it in a browser and give where it ends.',
  'fetch.rejected': 'The server refuses the request; open the URL in a browser to see why.',
  'fetch.robots': 'The site does not want programs to read this; ask its publisher, or give the page as a file.',
  'fetch.robots-unknown': 'The site does not say what programs may read; try again later.',
  'fetch.server-error': 'The server failed; try again later.',
  'fetch.timeout': 'The server was too slow; try again later, or raise COUNTERCLAIM_FETCH_MS.',
  'fetch.tls': 'The certificate cannot be trusted: it expired, is for another host, or nobody vouches for it.',
  'fetch.too-large': 'Save the input and give it in parts; for a PDF, raise COUNTERCLAIM_MAX_BYTES.',
  'mail.busy':
    'The server of outgoing mail did not take it; it is tried again later. Check COUNTERCLAIM_SMTP_URL if it stays so.',
  'mail.not-set-up':
    'Name a server of outgoing mail in COUNTERCLAIM_SMTP_URL, and who it is from in COUNTERCLAIM_MAIL_FROM.',
  'mail.refused': 'The mail server refuses the address or the message for good; check the address.',
  'json.invalid': 'Mend the JSON; in JSON Lines each line is one object.',
  'json.shape': 'Give each object `text` or `html`, and `url` or `doc`.',
  'html.too-deep': 'The page nests more elements than any reader shows; simplify it.',
  'pdf.encrypted': 'Save the PDF without its password.',
  'pdf.damaged': 'The PDF is cut off or damaged; download it again.',
  'pdf.needs-ocr':
    'The PDF holds pictures only: install `tesseract` and `pdftoppm` (Poppler), then `counterclaim retry`.',
  'pdf.no-text': 'The PDF holds pictures only, and no text is recognised in them.',
  'text.none': 'Nothing readable was left after cleaning; look at the input.',
  'text.too-long': 'Split the text, by chapter or by year, and add the parts.',
  'worker.memory': 'Raise COUNTERCLAIM_THREAD_MB, or split the input.',
  'worker.crashed': 'The process died while it worked on this input, more than once; look at the input.',
  'worker.timeout': 'The input took longer than COUNTERCLAIM_STAGE_MS; look at it, or raise the limit.',
  'stage.failed': 'A defect in a stage; report it with the stack that the ledger keeps.',
  'config.invalid': 'Mend the setting that the message names.',
  'archive.full': 'The disk is full: make room and run it again; nothing is lost, and what was begun is taken up.',
  'archive.locked': 'Another process holds the archive; wait for it or stop it.',
  'archive.newer': 'This archive was written by a newer version; upgrade.',
  'archive.unreachable': 'The server of the archive does not answer; start it, or mend its address.',
  'archive.busy': 'The server of the archive takes no more at once; it is tried again later.',
  'archive.refused': 'The server of the archive cannot hold this input; the reason it gives stands beside it.',
  'alert.too-broad': 'The saved search finds too much to alert to: add words or filters, and save it again.',
  'archive.missing': 'Nothing has been set up there: run `counterclaim setup`.',
} as const

/** The name of a cause, stable across releases. */
export type ErrorCode = keyof typeof ERROR_CODES

interface Options {
  readonly cause?: unknown
}

/** The same call may succeed later: the worker puts the document back and tries again after `afterMs`. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater'
  readonly code: ErrorCode
  readonly afterMs: number
  constructor(code: ErrorCode, message: string, afterMs: number, options: Options = {}) {
    super(message, options)
    this.code = code
    this.afterMs = afterMs
  }
}

/** This input can never be processed: the worker quarantines it with `code` and the message, and goes on. */
export class Unprocessable extends Error {
  override readonly name = 'Unprocessable'
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string, options: Options = {}) {
    super(message, options)
    this.code = code
  }
}

/** Nothing can be processed until a person mends a setting: the process stops with exit code 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string, options: Options = {}) {
    super(message, options)
    this.code = code
  }
}
