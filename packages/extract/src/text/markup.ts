import type { Block } from '../block.ts'

/** A line's kind by its Markdown, and its text without the mark. Null for lines that only draw (rules, fences). */
export function readMarkup(line: string): { readonly kind: Block['kind']; readonly text: string } | null {
  if (/^(?:[-=_*~#+]\s?){3,}$/.test(line) || line.startsWith('```')) return null
  const heading = /^#{1,6}\s+(.+)$/.exec(line)
  if (heading !== null) return { kind: 'heading', text: (heading[1] as string).replace(/\s#+$/, '') }
  if (/^[-*+•‣◦▪●·]\s+\S/.test(line)) return { kind: 'list-item', text: line.slice(1).trim() }
  if (line.startsWith('>')) return { kind: 'quote', text: line.replace(/^[>\s]+/, '') }
  if (/^\|.+\|$/.test(line)) return readRow(line)
  return { kind: 'paragraph', text: line }
}

function readRow(line: string): { readonly kind: 'table-row'; readonly text: string } | null {
  const cells = line.split('|').map((cell) => cell.trim())
  const full = cells.filter((cell) => cell !== '')
  if (full.every((cell) => /^:?-+:?$/.test(cell))) return null
  return { kind: 'table-row', text: full.join(' | ') }
}

/**
 * Text without inline Markdown, stray HTML tags and formula marks: images go, links keep their words, emphasis loses
 * its stars. Linear: every pattern is bounded or starts at a rare character.
 */
export function stripInlineMarkup(text: string): string {
  let out = text
  if (out.includes('](')) {
    out = out.replace(/!\[[^\]\n]{0,300}\]\(data:[^)\s]*\)/g, ' ')
    out = out.replace(/!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)/g, ' ')
    out = out.replace(/\[([^\]\n]{1,500})\]\(\s?(?:https?:|\/|#|mailto:|www\.)[^)\n]{0,2000}\)/g, '$1')
  }
  if (out.includes('<sup>')) out = out.replace(/<sup>(\d{1,3})<\/sup>/g, (_, digits: string) => superscript(digits))
  if (out.includes('\\')) out = out.replace(/\\([\\`*_{}[\]()#+.!>~|-])/g, '$1')
  if (out.includes('<'))
    out = out.replace(/<\/?(?:p|br|b|i|em|strong|span|a|div|u|img|h[1-6])(?:\s[^<>]{0,500})?\/?>/gi, ' ')
  if (out.includes('$')) out = unwrapFormula(out)
  if (out.includes('*')) {
    out = out.replace(/(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,400}?)(?<=\S)\1(?![\w*])/g, '$2')
  }
  if (out.includes('_')) out = out.replace(/(?<![\w_/])(_{1,2})(?=[^\s_])([^_\n]{1,300}?)(?<=\S)\1(?![\w_])/g, '$2')
  return out.includes('  ') || out.includes('\t') ? out.replace(/\s+/g, ' ').trim() : out.trim()
}

/** `$^{8}$` and its broken forms become ⁸; what a formula span swallowed after the mark comes out whole. */
export function unwrapFormula(text: string): string {
  return text.replace(
    /\$\s?\^[{^\s]{0,4}(\d{1,3})[}\\\s]{0,4}([^$\n]{0,600})\$/g,
    (_, digits: string, rest: string) => {
      const words = rest.replace(/\\[,;: ]?/g, ' ').trim()
      return words === '' ? superscript(digits) : `${superscript(digits)} ${words}`
    },
  )
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Decimal digits as superscript characters. */
export function superscript(digits: string): string {
  return digits.replace(/\d/g, (d) => SUPERSCRIPTS[Number(d)] as string)
}

/** The number that superscript characters write; NaN for other text. */
export function fromSuperscript(text: string): number {
  return Number(Array.from(text, (c) => SUPERSCRIPTS.indexOf(c)).join(''))
}
