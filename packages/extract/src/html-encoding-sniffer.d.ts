declare module 'html-encoding-sniffer' {
  /** Label of the encoding that a page's byte order mark or meta elements declare, else the default. */
  // biome-ignore lint/style/noDefaultExport: this is what the package exports
  export default function sniff(bytes: Uint8Array, options?: { readonly defaultEncoding?: string }): string
}
