import sniff from 'html-encoding-sniffer'

/** Text of XML or JSON: UTF-8 when the bytes are, whatever is declared; else by byte order mark, server, XML declaration. */
export function decodeXml(bytes: Uint8Array, charset: string | null): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const transport = charset === null ? {} : { transportLayerEncodingLabel: charset }
    return new TextDecoder(sniff(bytes, { xml: true, ...transport })).decode(bytes)
  }
}
