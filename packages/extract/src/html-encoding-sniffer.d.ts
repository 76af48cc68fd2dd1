declare module 'html-encoding-sniffer' {
  /** What may be said besides the bytes. */
  export interface SniffOptions {
    readonly defaultEncoding?: string
    readonly transportLayerEncodingLabel?: string
    /** Bytes that are searched for meta elements; 0: none. */
    readonly maxPrescanBytes?: number
    /** Reads the XML declaration instead of meta elements. */
    readonly xml?: boolean
  }
  /** Label of the encoding that a byte order mark, the server, or the document itself declares, else the default. */
  // biome-ignore lint/style/noDefaultExport: this is what the package exports
  export default function sniff(bytes: Uint8Array, options?: SniffOptions): string
}
