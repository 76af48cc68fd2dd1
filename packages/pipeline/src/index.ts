export { fetch } from './fetch.ts'
export { mediaTypeOf } from './media-type.ts'
export { type AnyStage, Pipeline } from './pipeline.ts'
export { isCurrent, runStages, step } from './step.ts'
