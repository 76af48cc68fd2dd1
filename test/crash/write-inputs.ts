import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pick, randomFrom } from './random.ts'

const TOWNS = ['Norvik', 'Ostrand', 'Belmar', 'Quayle']
const SPEAKERS = ['the Harbour Ministry', 'Blue Line Ferries', 'the Coast Union']

/**
 * Writes a folder of inputs that meet in every way: stories, copies, figures that collide, denials, two inputs with one
 * URL, lines of JSON Lines, and some that cannot be read. Gives their paths. The same on every call.
 */
export function writeInputs(folder: string, count: number): string[] {
  const random = randomFrom(7)
  const paths: string[] = []
  const write = (name: string, text: string): void => {
    const path = join(folder, name)
    writeFileSync(path, text)
    paths.push(path)
  }
  for (let i = 0; i < count; i++) {
    const town = pick(TOWNS, random)
    const speaker = pick(SPEAKERS, random)
    const day = `2031-03-${String(1 + Math.floor(random() * 9)).padStart(2, '0')}`
    const riders = 10 * (1 + Math.floor(random() * 5))
    const text = [
      `${riders} percent of ferries in ${town} were cancelled in March 2031, ${speaker} said on Friday.`,
      `${pick(SPEAKERS, random)} denied that the ${town} route had been closed to passengers.`,
      `${speaker} said the ${town} route had been closed to passengers for safety reasons after the storm.`,
      `At least ${riders * 1000} passengers were stranded in ${town}, according to ${pick(SPEAKERS, random)}.`,
    ].join('\n\n')
    const url = i % 11 === 0 ? 'https://paper.example.org/shared' : `https://paper${i % 7}.example.org/story-${i}`
    const object = { url, source: `Paper ${i % 7}`, title: `Ferries cancelled in ${town}`, publishedAt: day, text }
    if (i % 5 === 0) write(`plain-${i}.txt`, `Storm closes ${town} harbour\n\n${text}\n`)
    else if (i % 5 === 1) write(`copy-${i}.json`, JSON.stringify({ ...object, source: 'Wire copy', text: COPIED }))
    else if (i % 5 === 2)
      write(
        `lines-${i}.jsonl`,
        `${JSON.stringify(object)}\nno json\n${JSON.stringify({ ...object, url: `${url}?b` })}\n`,
      )
    else write(`story-${i}.json`, JSON.stringify(object))
  }
  write('empty.txt', '')
  write('picture.png', 'x')
  return paths
}

const COPIED = `Blue Line Ferries denied that the Norvik route had been closed to passengers, a day after the Harbour Ministry announced it.

The company said 45 percent of ferries in Norvik were cancelled in March 2031 because of the storm, and that all crews were safe.

Passengers waited for hours at the terminal, where volunteers handed out blankets and hot soup until the wind went down at dawn.`
