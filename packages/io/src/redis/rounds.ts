import { createHash, randomBytes } from 'node:crypto'
import { FIRST_TOPIC } from '@counterclaim/model'
import type { Redis } from 'ioredis'
import { redisScript } from './script.ts'

/**
 * One round of work on an input, from its submission to its end, as Redis knows it: at most one a time for each input. It
 * says in which topic the round is and where the document lies; jobs only point to it. So a job that is there twice, or
 * comes late, is found out, and one that is missing can be made again.
 */
export interface Round {
  /** Hash of the input: what an id may be made of is narrower than what an input may. */
  readonly id: string
  readonly round: string
  readonly topic: string
}

/** The rounds of one Redis. Every call is one script, so that it happens whole or not at all. */
export interface Rounds {
  /** Opens a round, gives the open one the new draft where it is not begun, or notes the draft for one after it. */
  submit(input: string, draft: string): Promise<{ readonly rightful: Round; readonly draft: string | null }>
  /** Begins work: gives the draft, or the round that is rightful instead. */
  begin(round: Round): Promise<{ readonly draft: string } | { readonly draft: null; readonly rightful: Round | null }>
  /** Moves the round to another topic with another draft; false when it is not there any more. */
  pass(round: Round, topic: string, draft: string): Promise<boolean>
  /** Closes the round; gives the one that follows where the input was submitted meanwhile. */
  finish(round: Round): Promise<{ readonly closed: boolean; readonly next: Round | null }>
  pending(): Promise<number>
  /** The input of a round, and where it is. */
  find(id: string): Promise<(Round & { readonly input: string }) | null>
  /** Ids of up to `n` rounds that have been open the longest, and for `ageMs` at least. */
  oldest(n: number, ageMs: number): Promise<string[]>
}

const SUBMIT = `
local open = redis.call('HMGET', KEYS[1], 'round', 'topic', 'begun', 'draft', 'again')
if not open[1] then
  redis.call('HSET', KEYS[1], 'input', ARGV[2], 'round', ARGV[3], 'topic', ARGV[4], 'begun', '', 'draft', ARGV[5], 'again', '')
  local time = redis.call('TIME')
  redis.call('ZADD', KEYS[2], time[1] * 1000 + math.floor(time[2] / 1000), ARGV[1])
  return {ARGV[3], ARGV[4], ''}
end
local field = open[3] == '' and 'draft' or 'again'
redis.call('HSET', KEYS[1], field, ARGV[5])
return {open[1], open[2], field == 'draft' and open[4] or open[5]}`

const BEGIN = `
local open = redis.call('HMGET', KEYS[1], 'round', 'topic', 'draft')
if open[1] ~= ARGV[1] or open[2] ~= ARGV[2] then return {'', open[1] or '', open[2] or ''} end
redis.call('HSET', KEYS[1], 'begun', '1')
return {open[3]}`

const PASS = `
local open = redis.call('HMGET', KEYS[1], 'round', 'topic')
if open[1] ~= ARGV[1] or open[2] ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], 'topic', ARGV[3], 'draft', ARGV[4])
return 1`

const FINISH = `
local open = redis.call('HMGET', KEYS[1], 'round', 'topic', 'again')
if open[1] ~= ARGV[2] or open[2] ~= ARGV[3] then return {0, ''} end
if open[3] == '' then
  redis.call('DEL', KEYS[1])
  redis.call('ZREM', KEYS[2], ARGV[1])
  return {1, ''}
end
redis.call('HSET', KEYS[1], 'round', ARGV[4], 'topic', ARGV[5], 'begun', '', 'draft', open[3], 'again', '')
return {1, ARGV[4]}`

/** Id of an input in Redis: 128 bits of SHA-256. BullMQ refuses ids with a colon and ids that are integers. */
function inputId(input: string): string {
  return `i${createHash('sha256').update(input).digest('hex').slice(0, 32)}`
}

/** Rounds in Redis under keys that begin with `prefix`. */
export function redisRounds(redis: Redis, prefix: string): Rounds {
  const key = (id: string): string => `${prefix}:input:${id}`
  const open = `${prefix}:open`
  const submit = redisScript(redis, SUBMIT)
  const begin = redisScript(redis, BEGIN)
  const pass = redisScript(redis, PASS)
  const finish = redisScript(redis, FINISH)
  return {
    submit: async (input, draft) => {
      const id = inputId(input)
      const reply = await submit([key(id), open], id, input, newRound(), FIRST_TOPIC, draft)
      const [round, topic, replaced] = reply as [string, string, string]
      return { rightful: { id, round, topic }, draft: replaced === '' ? null : replaced }
    },
    begin: async ({ id, round, topic }) => {
      const [draft, now, where] = (await begin([key(id)], round, topic)) as [string, string?, string?]
      if (draft !== '') return { draft }
      return { draft: null, rightful: now === undefined || now === '' ? null : { id, round: now, topic: where ?? '' } }
    },
    pass: async ({ id, round, topic }, next, draft) => (await pass([key(id)], round, topic, next, draft)) === 1,
    finish: async ({ id, round, topic }) => {
      const reply = await finish([key(id), open], id, round, topic, newRound(), FIRST_TOPIC)
      const [closed, next] = reply as [number, string]
      return { closed: closed === 1, next: next === '' ? null : { id, round: next, topic: FIRST_TOPIC } }
    },
    pending: () => redis.zcard(open),
    find: async (id) => {
      const [input, round, topic] = await redis.hmget(key(id), 'input', 'round', 'topic')
      return input == null || round == null || topic == null ? null : { id, input, round, topic }
    },
    oldest: async (n, ageMs) => {
      // By the clock of Redis: those of the machines may differ.
      const [seconds, micros] = await redis.time()
      const latest = Number(seconds) * 1000 + Math.floor(Number(micros) / 1000) - ageMs
      return redis.zrange(open, '-inf', `${latest}`, 'BYSCORE', 'LIMIT', 0, n)
    },
  }
}

function newRound(): string {
  return randomBytes(8).toString('hex')
}
