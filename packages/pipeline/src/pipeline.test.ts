import type { Document, Stage } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { Pipeline } from './pipeline.ts'

interface Boiled {
  readonly water: 'hot'
}
interface Brewed {
  readonly tea: string
}
const boil: Stage<Document, Boiled, { readonly kettle: string }> = {
  name: 'boil',
  version: 1,
  run: () => ({ water: 'hot' }),
}
const brew: Stage<Document & Boiled, Brewed, { readonly leaves: string }> = {
  name: 'brew',
  version: 1,
  run: (doc, { leaves }) => ({ tea: `${leaves} in ${doc.water} water` }),
}
const tea = new Pipeline<Document>('tea').pipe(boil).pipe(brew)

it('compiles only when earlier stages supply what a stage reads', () => {
  // @ts-expect-error brew reads water, which only boil supplies
  new Pipeline<Document>('cold').pipe(brew)
  // @ts-expect-error the other order is wrong as well once brew stands first
  new Pipeline<Document>('late').pipe(brew).pipe(boil)
  const typed: Pipeline<Document, Document & Boiled & Brewed, { kettle: string } & { leaves: string }> = tea
  expect(typed.stages.map((stage) => stage.name)).toEqual(['boil', 'brew'])
})

it('gathers the ports of all stages', () => {
  type Needs = typeof tea extends Pipeline<Document, infer _Doc, infer Ports> ? Ports : never
  const all: Needs = { kettle: 'k', leaves: 'l' }
  // @ts-expect-error brew needs leaves
  const some: Needs = { kettle: 'k' }
  expect([all, some].length).toBe(2)
})

it('is immutable, and refuses a stage twice', () => {
  const first = new Pipeline<Document>('tea').pipe(boil)
  first.pipe(brew)
  expect(first.stages.length).toBe(1)
  expect(() => first.pipe(boil)).toThrow(TypeError)
})

it('gives the stages between two names', () => {
  expect(tea.between('boil', 'brew')).toEqual([boil])
  expect(tea.between('brew')).toEqual([brew])
  expect(() => tea.between('pour')).toThrow(TypeError)
})
