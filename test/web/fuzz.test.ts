import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDesk, type TestDesk } from './open-desk.ts'

const TEXTS = join(import.meta.dirname, '../../corpus/documents/texts')
/** Runs for each operation: the chance finds of many nights, not all of one. */
const RUNS = 40

interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path'
  readonly schema: { readonly type?: string; readonly enum?: readonly string[] }
}

type Operations = Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk(TEXTS)
}, 120_000)
afterAll(() => desk.close())

/** What the document says a parameter may be, and what it may not. */
function valuesOf({ schema }: Parameter): fc.Arbitrary<string> {
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      '"',
      '((',
      'NOT',
      '*',
      '"a" AND (b OR',
      '-1',
      '1e999',
      'NaN',
      '\u0000',
      '..',
      '%',
      'd_',
      'c_',
      'x_',
    ),
  )
  const asked: fc.Arbitrary<string>[] = [
    odd,
    fc.integer().map(String),
    fc.double().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  ]
  return fc.oneof(...asked, ...(schema.enum === undefined ? [] : [fc.constantFrom(...schema.enum)]))
}

it('answers whatever is asked by its own description with what it is asked or a clear refusal, never with an error of its own', async () => {
  const { paths } = (await (await fetch(`${desk.url}/api/openapi.json`)).json()) as {
    paths: Readonly<Record<string, Operations>>
  }
  const reads = Object.entries(paths).flatMap(([path, { get }]) =>
    get === undefined ? [] : [{ path, parameters: get.parameters ?? [] }],
  )
  expect(reads.length).toBeGreaterThan(12)
  for (const { path, parameters } of reads) {
    const given = fc.record(Object.fromEntries(parameters.map((parameter) => [parameter.name, valuesOf(parameter)])), {
      requiredKeys: parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name),
    })
    await fc.assert(
      fc.asyncProperty(given, async (values: Readonly<Record<string, string>>) => {
        const query = new URLSearchParams()
        let at = path
        for (const { name, in: place } of parameters) {
          const value = values[name]
          if (value === undefined) continue
          if (place === 'path') at = at.replace(`{${name}}`, encodeURIComponent(value.toWellFormed()))
          else query.set(name, value)
        }
        const response = await fetch(`${desk.url}${at}?${query.toString()}`)
        await response.arrayBuffer()
        expect({ at, query: query.toString(), status: response.status }).toMatchObject({
          status: expect.toSatisfy((status: number) => status === 200 || (status >= 400 && status < 500)) as number,
        })
      }),
      { numRuns: RUNS },
    )
  }
}, 300_000)
