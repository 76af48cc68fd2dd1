import type { Step } from '@counterclaim/model'

/** Steps end where the document was lost, also when it was lost only later: whichever of the two inputs came first. */
export function stepsUntilLost(steps: readonly Step[]): Step[] {
  const at = steps.findIndex((step) => step.stage === 'index')
  return steps.slice(0, at + 1).map((step, i) => (i === at ? { ...step, outcome: 'same-url' } : step))
}
