import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type NameModel, type NameProposal, stageVersion } from '@counterclaim/model'
import { annotate, annotateWith } from '@counterclaim/nlp'
import { runStages } from '@counterclaim/pipeline'
import { loadNameModel } from '@counterclaim/pipelines/name-model'
import { afterAll, describe, expect, it } from 'vitest'
import { runCli, runCliIn } from '../e2e/run-cli.ts'
import { readText } from './read-text.ts'
import { modelModule } from './tiny-model.ts'

const TEXT =
  'Doctors in Oslo gave trastuzumab to 400 patients last year, and the ministry of health said that ritonavir was cheaper. Zelkova Marn was not there.'

const dir = mkdtempSync(join(tmpdir(), 'counterclaim-name-model-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
const path = join(dir, 'medicines.mjs')
writeFileSync(path, modelModule())

/** Entities of a text, with the rule of their first mention. */
async function entities(model: NameModel | null): Promise<string[]> {
  const doc = await readText('sample', TEXT, '2031-05-06')
  const tagged = (await runStages(doc, [annotateWith(model)], {})) as unknown as typeof doc
  return tagged.entities.map(({ id, name, type }) => {
    const by = tagged.mentions.find((m) => m.entity === id)?.by
    return `${name}: ${type}${by?.startsWith('model:') === true ? ` by ${by}` : ''}`
  })
}

const proposing = (...names: readonly NameProposal[]): NameModel => ({
  name: 'fixed',
  version: '1',
  propose: () => names,
})
const span = (word: string): { field: 'text'; start: number; end: number } => {
  const start = TEXT.indexOf(word)
  return { field: 'text', start, end: start + word.length }
}

describe('a model beside the rules', () => {
  it('proposes names that the rules do not find, and none that it is not sure of', async () => {
    const alone = await entities(null)
    const both = await entities(await loadNameModel(path))
    expect(both.filter((name) => !alone.includes(name))).toEqual([
      'trastuzumab: product by model:medicines@1',
      'ritonavir: product by model:medicines@1',
    ])
    expect(alone.filter((name) => !both.includes(name))).toEqual([])
  })

  it('changes nothing that a firm rule found, and is no more trusted than any input', async () => {
    const odd = [
      { ...span('Oslo gave'), type: 'person', score: 1 },
      { ...span('Oslo'), type: 'person', score: 1 },
      { field: 'text', start: -3, end: 4, type: 'person', score: 1 },
      { field: 'text', start: 5, end: 1e9, type: 'person', score: 1 },
      { field: 'text', start: 1.5, end: 4, type: 'person', score: 1 },
      { ...span(' patients'), type: 'person', score: 1 },
      { ...span('400'), type: 'person', score: 1 },
      { ...span('patients'), type: 'person', score: 0.4 },
      { ...span('patients'), type: 'person', score: Number.NaN },
    ] satisfies readonly NameProposal[]
    expect(await entities(proposing(...odd))).toEqual(await entities(null))
  })

  it('gives a name its type where only a weak rule told it', async () => {
    expect(await entities(null)).toContain('Zelkova Marn: person')
    const event = { ...span('Zelkova Marn'), type: 'event', score: 0.9 } as const
    expect(await entities(proposing(event))).toContain('Zelkova Marn: event by model:fixed@1')
  })

  it('is part of the version of its stage, and costs none where there is none', async () => {
    const [one, two] = [proposing(), { ...proposing(), version: '2' }]
    expect(new Set([annotate, annotateWith(one), annotateWith(two)].map(stageVersion)).size).toBe(3)
    expect(stageVersion(annotateWith(await loadNameModel('')))).toBe(stageVersion(annotate))
  })
})

describe('COUNTERCLAIM_NAME_MODEL', () => {
  writeFileSync(join(dir, 'in.txt'), `${TEXT}\n`)
  const named = async (data: string): Promise<string> => (await runCli(dir, 'export', 'entities', '--data', data)).out

  it('names the module of a model; without it the rules work alone', async () => {
    expect((await runCli(dir, 'add', 'in.txt', '--data', 'alone')).code).toBe(0)
    expect(await named('alone')).not.toContain('trastuzumab')
    expect((await runCliIn({ COUNTERCLAIM_NAME_MODEL: path }, dir, 'add', 'in.txt', '--data', 'both')).code).toBe(0)
    expect(await named('both')).toContain('trastuzumab')
  })

  it.each(['missing.mjs', 'in.txt'])('of a module that is no model (%s) stops with what to mend', async (module) => {
    const { code, err } = await runCliIn({ COUNTERCLAIM_NAME_MODEL: module }, dir, 'add', 'in.txt', '--data', 'none')
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`COUNTERCLAIM_NAME_MODEL ${module}`) })
  })
})
