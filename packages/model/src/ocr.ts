/** A line that was recognised on a scanned page; lengths in pixels of its picture. */
export interface ScannedLine {
  readonly text: string
  /** From the page's upper edge. */
  readonly top: number
  readonly height: number
  /** The same for all lines of a paragraph, on this page alone. */
  readonly paragraph: string
}

/** What was recognised in a scan. */
export interface Recognized {
  /** Program and version, with its languages: recognised text is never as sure as written text. */
  readonly by: string
  /** From the first page on; fewer than there are when the time ran out. */
  readonly pages: readonly (readonly ScannedLine[])[]
}

/** Recognises text in the pictures of pages. */
export interface Ocr {
  /**
   * Reads the first `pages` pages of a PDF; null where no program for it is installed.
   * @throws {Unprocessable} `pdf.needs-ocr` when the program cannot, `pdf.damaged` when a page cannot be drawn
   */
  read(pdf: Uint8Array, pages: number): Promise<Recognized | null>
}
