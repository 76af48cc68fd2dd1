import type { Document, Stage } from '@counterclaim/model'

// biome-ignore lint/suspicious/noExplicitAny: a list of stages forgets what each reads and adds; `pipe` has checked it.
export type AnyStage = Stage<any, object, any>

/**
 * A named, linear list of stages. `Doc` is what a document holds after the last of them, `Needs` the ports
 * that all of them together declare. Immutable: `pipe` gives a new pipeline.
 */
export class Pipeline<In extends Document, Doc extends In = In, Needs = unknown> {
  readonly name: string
  readonly stages: readonly AnyStage[]

  constructor(name: string, stages: readonly AnyStage[] = []) {
    this.name = name
    this.stages = stages
  }

  /** Adds a stage; compiles only when the stages before it supply all it reads. */
  pipe<Adds extends object, Ports>(stage: Stage<Doc, Adds, Ports>): Pipeline<In, Doc & Adds, Needs & Ports> {
    if (this.stages.some((known) => known.name === stage.name)) {
      throw new TypeError(`Pipeline ${this.name} has a stage ${stage.name} already`)
    }
    return new Pipeline<In, Doc & Adds, Needs & Ports>(this.name, [...this.stages, stage])
  }

  /** The stages from one name up to, not including, another. */
  between(from: string, until?: string): readonly AnyStage[] {
    const start = this.indexOf(from)
    const end = until === undefined ? this.stages.length : this.indexOf(until)
    return this.stages.slice(start, end)
  }

  private indexOf(name: string): number {
    const index = this.stages.findIndex((stage) => stage.name === name)
    if (index < 0) throw new TypeError(`Pipeline ${this.name} has no stage ${name}`)
    return index
  }
}
