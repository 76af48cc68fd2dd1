import { type Subscriber, subscriberId } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { type OpenBackend, suite } from './backend.ts'

const subscriber = (address: string): Subscriber => ({
  id: subscriberId(address),
  address,
  watch: ['Quay Ferries', 'harbour-board'],
  at: '07:30',
  zone: 'Europe/Oslo',
  secret: 'c2FtcGxl',
  addedAt: '2031-04-02T08:00:00.000Z',
  sentUntil: null,
  sentAt: null,
  told: [],
  waiting: null,
  bounces: 0,
  bounce: null,
})

/** What every list of subscribers guarantees. */
export function subscribersContract(open: OpenBackend): void {
  suite('subscribers', open, (backend) => {
    it('lists whoever was put, by address, each once', async () => {
      const { subscribers } = backend()
      expect(await subscribers.list()).toEqual([])
      const [night, desk] = [subscriber('night@quay.example.org'), subscriber('desk@quay.example.org')]
      await subscribers.put(night)
      await subscribers.put(desk)
      await subscribers.put({ ...night, at: '09:00' })
      expect(await subscribers.list()).toEqual([desk, { ...night, at: '09:00' }])
      expect(subscriberId(' Night@Quay.example.org')).toBe(night.id)
    })

    it('keeps what became of mails, loses no change of several at once, and brings nobody back', async () => {
      const { subscribers } = backend()
      const desk = subscriber('desk@quay.example.org')
      await subscribers.put(desk)
      const tell = (id: string) => subscribers.change(desk.id, (now) => ({ ...now, told: [...now.told, id] }))
      await Promise.all(['x_1', 'x_2', 'x_3', 'x_4'].map(tell))
      const waiting = { attempts: 1, notBefore: '2031-04-03T06:00:00.000Z', reason: 'mail.busy: later' }
      const after = await subscribers.change(desk.id, (now) => ({ ...now, sentUntil: '2031-04-03', waiting }))
      expect(after?.told.toSorted()).toEqual(['x_1', 'x_2', 'x_3', 'x_4'])
      expect(await subscribers.list()).toEqual([after])
      expect(await subscribers.remove(desk.id)).toBe(true)
      expect(await subscribers.remove(desk.id)).toBe(false)
      expect(await subscribers.change(desk.id, (now) => now)).toBeNull()
      expect(await subscribers.list()).toEqual([])
    })
  })
}
