import { type Act, actOf } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { type OpenBackend, suite } from './backend.ts'

const AT = '2031-04-02T08:00:00.000Z'
const LATER = '2031-04-02T08:00:01.000Z'
/** More than any store reads at once. */
const MANY = 1_203

const act = (on: string, at: string): Act =>
  actOf('correct', on, { by: 'ann', account: 'night-desk', way: 'desk', note: 'said on page 2', at })

/** What every audit log guarantees. */
export function auditContract(open: OpenBackend): void {
  suite('audit log', open, (backend) => {
    const all = async (): Promise<Act[]> => {
      const acts: Act[] = []
      for await (const one of backend().audit.acts()) acts.push(one)
      return acts
    }

    it('keeps who did what and who tried to, once, the newest first', async () => {
      const { audit } = backend()
      expect(await all()).toEqual([])
      const [first, later] = [act('c_1', AT), act('c_1', LATER)]
      const refused: Act = { ...act('x_1', AT), id: 'a_refused', did: 'POST /searches', done: false }
      for (const one of [later, first, refused, later]) await audit.record(one)
      expect(await all()).toEqual([later, refused, first])
    })

    it('keeps those of one moment in the order in which they came, whatever their number', async () => {
      const { audit } = backend()
      const many = Array.from({ length: MANY }, (_, i) => act(`c_${i}`, AT))
      for (const one of many.slice(0, 3)) await audit.record(one)
      await Promise.all(many.slice(3).map((one) => audit.record(one)))
      const found = (await all()).map(({ on }) => on)
      expect(found.slice(-3)).toEqual(['c_2', 'c_1', 'c_0'])
      expect(new Set(found).size).toBe(MANY)
    })
  })
}
