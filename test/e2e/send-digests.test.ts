import { openSqlite } from '@counterclaim/io'
import { type GroupedClaim, type Mail, RetryLater, type Subscriber, Unprocessable } from '@counterclaim/model'
import { sampleDocument } from '@counterclaim/pipeline/contract'
import { localTime } from '@counterclaim/pipelines/local-time'
import { sendDigests } from '@counterclaim/pipelines/send-digests'
import { type Subscription, subscribe } from '@counterclaim/pipelines/subscribe'
import { describe, expect, onTestFinished, test } from 'vitest'

const MINUTE = 60_000
const DAY = 86_400_000

/** An archive with one subscriber, a clock that a test moves, and a mail server whose answer it chooses. */
async function open(start: string, given: Partial<Subscription> = {}) {
  const backend = openSqlite(':memory:')
  onTestFinished(() => backend.close())
  const mails: { readonly mail: Mail; readonly at: string }[] = []
  const world = { time: Date.parse(start), answer: async (): Promise<void> => {} }
  const now = (): string => new Date(world.time).toISOString()
  const mailer = {
    send: async (mail: Mail): Promise<void> => {
      await world.answer()
      mails.push({ mail, at: now() })
    },
  }
  const made = subscribe({ address: 'desk@quay.example.org', watch: [], at: '07:30', zone: 'UTC', ...given }, now())
  if ('refused' in made) throw new Error(made.refused)
  await backend.subscribers.put(made.subscriber)
  const ports = { ...backend, mailer, desk: 'https://desk.example.org', now }
  /** Looks every five minutes, as the clock does, until so many milliseconds have passed. */
  const pass = async (ms: number): Promise<void> => {
    for (const end = world.time + ms; world.time < end; world.time += 5 * MINUTE) await sendDigests(ports)
  }
  const known = async (): Promise<Subscriber> => (await backend.subscribers.list())[0] as Subscriber
  return { backend, mails, world, ports, pass, known }
}

/** Puts a report of a day with one figure. */
function report(name: string, day: string, n: number, subject = 'Quay Ferries') {
  const evidence = `${subject} carried ${n} cars`
  const value = { min: n, max: n, unit: 'count', modifier: 'exact' } as const
  const claim = {
    evidence,
    kind: 'quantity',
    value,
    subject,
    measure: `cars ${name}`,
    speaker: subject,
    score: 0.9,
  } as const
  return sampleDocument(name, {
    publishedAt: day,
    source: `Outlet ${name}`,
    claims: [{ ...claim, group: `g_${name}` }],
  })
}

describe('a digest goes out once a day at its time', () => {
  test.each([
    ['when clocks go forward over it', 'Europe/Oslo', '02:30', '2031-03-28T12:00:00Z'],
    ['when clocks go back over it', 'Europe/Oslo', '02:30', '2031-10-24T12:00:00Z'],
    ['behind UTC, where the day is another', 'America/Los_Angeles', '18:00', '2031-06-01T00:00:00Z'],
    ['where clocks differ by a quarter of an hour', 'Asia/Kathmandu', '00:05', '2031-06-01T00:00:00Z'],
    ['where a day was longer than 24 hours', 'Australia/Lord_Howe', '01:45', '2031-04-03T00:00:00Z'],
  ])('%s', async (_what, zone, at, start) => {
    const { mails, pass } = await open(start, { zone, at })
    await pass(4 * DAY)
    const days = mails.map((one) => localTime(one.at, zone).day)
    expect(days).toEqual([...new Set(days)])
    expect(days.length).toBeGreaterThanOrEqual(4)
    const late = mails.slice(1).map((one) => localTime(one.at, zone).time)
    // No later than the next look after its time, or after the hour that a day skipped.
    for (const time of late) expect([at, '03:00', '02:15'].some((from) => isWithin(time, from))).toBe(true)
  })
})

function isWithin(time: string, from: string): boolean {
  const [a, b] = [time, from].map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) as [number, number]
  return a >= b && a < b + 5
}

describe('a digest leaves no hole and tells nothing twice', () => {
  test('after days without a clock it covers them all', async () => {
    const { backend, mails, world, ports } = await open('2031-04-02T08:00:00Z')
    await backend.archive.put(report('a', '2031-04-01', 1))
    await sendDigests(ports)
    for (const [i, name] of ['b', 'c', 'd', 'e'].entries())
      await backend.archive.put(report(name, `2031-04-0${2 + i}`, 10 + i))
    world.time = Date.parse('2031-04-06T08:00:00Z')
    await sendDigests(ports)
    await sendDigests(ports)
    expect(mails.map(({ mail }) => mail.subject)).toEqual([
      'Digest of 1 April 2031: 1 line',
      'Digest of 5 April 2031: 4 lines',
    ])
    expect(mails[1]?.mail.text).toContain('Published from 2 April 2031 up to, not including, 6 April 2031.')
  })

  test('what was published before and read later is told, what was told is not', async () => {
    const { backend, mails, world, ports } = await open('2031-04-01T08:00:00Z')
    await backend.archive.put(report('a', '2031-03-31', 1))
    await sendDigests(ports)
    const late = report('late', '2031-03-31', 500)
    await backend.archive.put({ ...late, fetchedAt: '2031-04-01T20:00:00.000Z' })
    // Read in time, and not told for reasons of its own: no news today.
    await backend.archive.put({ ...report('old', '2031-03-31', 7), fetchedAt: '2031-04-01T07:00:00.000Z' })
    world.time += DAY
    await sendDigests(ports)
    world.time += DAY
    await sendDigests(ports)
    expect(mails.map(({ mail }) => mail.subject.replace(/^.*: /, ''))).toEqual(['1 line', '1 line', 'nothing new'])
    expect(mails[1]?.mail.text).toContain('500 cars')
  })

  test('who watches an entity gets its lines alone', async () => {
    const { backend, mails, ports } = await open('2031-04-02T08:00:00Z', { watch: ['Berth Boats'] })
    await backend.archive.put(report('a', '2031-04-01', 1))
    const boats = {
      id: 'berth-boats',
      type: 'organization',
      name: 'Berth Boats',
      names: ['Berth Boats'],
      provisional: true,
    } as const
    const own = report('b', '2031-04-01', 2, 'Berth Boats')
    const claims = (own.claims as readonly GroupedClaim[]).map((claim) => ({ ...claim, entities: [boats.id] }))
    await backend.archive.put({
      ...own,
      entities: [boats],
      claims,
      mentions: [{ field: 'text', start: 0, end: 11, entity: boats.id, type: 'organization', by: 'sample' }],
    })
    await sendDigests(ports)
    expect(mails[0]?.mail.subject).toBe('Digest of 1 April 2031: 1 line')
    expect(mails[0]?.mail.text).toContain('Berth Boats carried 2 cars')
  })
})

describe('a mail that does not go out', () => {
  test('is tried again the same day, with the same lines', async () => {
    const { backend, mails, world, ports, pass, known } = await open('2031-04-02T07:30:00Z')
    await backend.archive.put(report('a', '2031-04-01', 1))
    world.answer = () => Promise.reject(new RetryLater('mail.busy', 'later', 0))
    expect(await sendDigests(ports)).toMatchObject([{ state: 'waiting', reason: 'mail.busy: later' }])
    expect(await known()).toMatchObject({ sentUntil: null, waiting: { attempts: 1 } })
    world.answer = async () => {}
    await pass(15 * MINUTE)
    expect(mails.map(({ mail, at }) => [mail.subject, at])).toEqual([
      ['Digest of 1 April 2031: 1 line', '2031-04-02T07:35:00.000Z'],
    ])
  })

  test('is noted as a bounce, and after three in a row no more is sent', async () => {
    const { backend, mails, world, pass, known } = await open('2031-04-02T07:30:00Z')
    await backend.archive.put(report('a', '2031-04-01', 1))
    let tries = 0
    world.answer = () => {
      tries++
      return Promise.reject(new Unprocessable('mail.refused', 'no such box'))
    }
    await pass(6 * DAY)
    expect([tries, mails.length]).toEqual([3, 0])
    expect(await known()).toMatchObject({ bounces: 3, bounce: 'mail.refused: no such box', sentUntil: null })
  })
})

test.each([
  [{ address: 'nobody' }, 'no address of mail'],
  [{ at: '7:30' }, 'no time of day'],
  [{ zone: 'Europe/Atlantis' }, 'no time zone'],
])('a subscription with %j is refused', (wrong, words) => {
  const made = subscribe(
    { address: 'a@example.org', watch: [], at: '07:30', zone: 'UTC', ...wrong },
    '2031-04-01T00:00:00Z',
  )
  expect(made).toMatchObject({ refused: expect.stringContaining(words) })
})
