import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pairs from './exchange.json' with { type: 'json' }
import type { Gate } from './score.ts'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const SHORTEST_SHOUTED = 4
const names = pairs.names.map(([from = '', to = '']) => [from, to] as const)
/** Headings and hashtags write names in capitals. */
const shouted = names
  .filter(([from]) => from.length >= SHORTEST_SHOUTED && from !== from.toUpperCase())
  .map(([from, to]) => [from.toUpperCase(), to.toUpperCase()] as const)
const figures = pairs.figures.map(([from = '', to = '']) => [from, to] as const)
const map = new Map([...shouted, ...names, ...figures])
const escaped = [...map.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
const ANY = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu')

/** A text with every name and figure of the list exchanged, all at once: what was put in is not exchanged again. */
export function exchangeText(text: string): string {
  return text.replace(ANY, (name) => map.get(name) ?? name)
}

function exchangeValue(value: { readonly [key: string]: Json }): { readonly [key: string]: Json } {
  for (const [from, to, upperFrom, upperTo] of pairs.values) {
    if (upperFrom !== undefined) {
      if (value.min === from && value.max === upperFrom) return { ...value, min: to ?? null, max: upperTo ?? null }
    } else if (value.min === from || value.max === from) {
      const swap = (side: Json | undefined): Json => (side === from ? (to ?? null) : (side ?? null))
      return { ...value, min: swap(value.min), max: swap(value.max) }
    }
  }
  return value
}

/** Any JSON with its strings and its `value` objects exchanged; document keys and URLs stay. */
function exchangeJson(json: Json, key = ''): Json {
  if (typeof json === 'string') return ['doc', 'docs', 'url', 'id'].includes(key) ? json : exchangeText(json)
  if (Array.isArray(json)) return json.map((item: Json) => exchangeJson(item, key))
  if (json === null || typeof json !== 'object') return json
  const object = json as { readonly [key: string]: Json }
  const out = Object.fromEntries(Object.entries(object).map(([name, value]) => [name, exchangeJson(value, name)]))
  return key === 'value' ? exchangeValue(out) : out
}

/** Writes the exchanged dev texts and gold under a folder; gives the gate that reads them. */
export function writeExchanged(gate: Gate, folder: string): Gate {
  const copy = (from: string, to: string): string => {
    mkdirSync(to, { recursive: true })
    for (const name of readdirSync(from).filter((file) => /\.(?:jsonl?|txt)$/.test(file))) {
      const text = readFileSync(join(from, name), 'utf8')
      writeFileSync(join(to, name), exchangeFile(name, text))
    }
    return to
  }
  const inputs = gate.inputs.map((input, i) => copy(input, join(folder, `input-${i}`)))
  return { inputs, gold: copy(gate.gold, join(folder, 'gold')) }
}

function exchangeFile(name: string, text: string): string {
  if (name.endsWith('.txt')) return exchangeText(text)
  if (name.endsWith('.json')) return JSON.stringify(exchangeJson(JSON.parse(text) as Json))
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => `${JSON.stringify(exchangeJson(JSON.parse(line) as Json))}\n`).join('')
}
