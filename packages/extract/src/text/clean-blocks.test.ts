import { describe, expect, test } from 'vitest'
import type { Block } from '../block.ts'
import { cleanBlocks } from './clean-blocks.ts'

const A = 'The river rose by 40 centimetres overnight, the water board said on Monday.'
const B = 'Two bridges north of the town were closed to lorries as a precaution.'
const C = 'The council will meet on Thursday to decide about the dam, its chairman said.'
const TITLE = 'River rises after a week of rain'

function block(text: string): Block {
  if (text.startsWith('# ')) return { kind: 'heading', text: text.slice(2) }
  return text.startsWith('- ') ? { kind: 'list-item', text: text.slice(2) } : { kind: 'paragraph', text }
}
const clean = (...texts: string[]): string[] =>
  cleanBlocks(texts.map(block), TITLE).blocks.map(({ kind, text }) => (kind === 'heading' ? `# ${text}` : text))

describe('between paragraphs', () => {
  test.each([
    'Also read: Farmers count the cost of a wet spring',
    'READ MORE | Old mill to reopen',
    'Related post: Strawberries in the rain',
    'More Oakvale news: https://quay.example.org/oakvale',
    'Subscribe to our newsletter for the latest on the river',
    'Want more? Sign up for our weekly letter here.',
    'Get the Quay delivered to your door every month.',
    'Follow us on Instagram and never miss a story',
    'Photo: the dam at dawn',
    '(AP Photo/Rowan Field)',
    'FILE - The dam at Oakvale in spring. (AP Photo/Rowan Field, File)',
    'In this Feb. 3, 2031, file photo, water runs over the dam at Oakvale.',
    'The dam at dawn, photo © The Quay, 2031',
    'Image 2 of 5',
    'Advertisement',
    'Advert',
    'Story continues below advertisement',
    'https://t.co/AbCdEf1234',
    '[embed tweet]',
    '[button link="https://quay.example.org" type="big"]Send us your photos[/button]',
    'Tags: river, rain, Oakvale',
    'Tags river, rain, Oakvale',
    'Reporting by Rowan Field in Oakvale; Editing by Isla Ng',
    '(Additional reporting by Isla Ng in Norvik)',
  ])('%j goes', (line) => expect(clean(A, B, line, C)).toEqual([A, B, C]))

  test.each([
    '# What it costs',
    'Reporting by the water board found that the dam was safe.',
    'Read the small print, the minister said.',
    'Photo albums were lost in the flood, too.',
    'Follow the money, he said, and you will find the dam.',
    'Get out now, the mayor told people in the lower town.',
    'In this town, the photo of the old bridge hangs in every house.',
    'Image matters to the board, he said.',
    'Tags were put on 40 fish that were found below the dam.',
    'The newsletter of the board has 300 readers.',
    'He was 47.',
  ])('%j stays', (line) => expect(clean(A, B, line, C)).toEqual([A, B, line, C]))
})

describe('after the text', () => {
  test.each<[string, string[]]>([
    ['comments', ['Comments', 'First! I saw it coming.', 'So did I.']],
    ['numbered comments', ['3 comments', 'I saw it coming.']],
    ['comments that are closed', ['Comments are closed.']],
    ['comments in Portuguese', ['Deixe um comentário', 'Eu sabia.']],
    ['a call for comments', ['Tell us what YOU think...']],
    ['related articles', ['Related articles', 'Wet spring ruins strawberries', 'Old mill to reopen']],
    ['more of a section', ['More from Local', '- Wet spring ruins strawberries. Will it end?', '- Old mill to reopen']],
    ['where to write to', ['Write to Rowan Field at rowan@quay.example.org']],
    ['who wrote it', ['Reach the reporter on Twitter at @rowan']],
    ['who can be reached', ['Rowan Field covers the river. Reach him at rowan@quay.example.org.']],
    ['rights', ['Copyright 2031 The Quay. All rights reserved.']],
    ['rights with a sign', ['© 2031 The Quay']],
    ['a source', ['SOURCE: News agencies']],
    ['house rules', ['Comments that are abusive will be deleted by the moderators.']],
    ['what pays', ['We may earn a commission when you buy through affiliate links.']],
    ['a sender of releases', ['# About Harbour Lines Ltd', 'Harbour Lines Ltd runs 40 ferries.']],
    ['whom to call', ['# Media contact', 'Isla Ng, press office']],
  ])('%s go', (_, tail) =>
    expect(clean(A, B, C, A.replace('Monday', 'Friday'), ...tail)).toEqual([A, B, C, A.replace('Monday', 'Friday')]),
  )

  test.each([
    'People in need may contact them at any hour, “and we will come,” the mayor said.',
    'Nobody at the board could be reached by Friday evening, when the dam was closed.',
  ])('the last line of a text stays: %s', (line) => expect(clean(A, B, C, line)).toEqual([A, B, C, line]))

  test('comments of people that the text reports stay', () => {
    const text = [A, '# Comments', B, C, A.replace('Monday', 'Friday'), B.replace('Two', 'Three')]
    expect(clean(...text)).toEqual(text)
  })

  test('a text goes on after a list of links', () => {
    expect(clean(A, B, 'Related articles', 'Wet spring ruins strawberries', C)).toEqual([A, B, C])
  })

  test('a chapter about something is no boilerplate', () => {
    const text = [A, B, C, '# About the survey', 'The survey was made in spring.']
    expect(clean(...text)).toEqual(text)
  })
})

describe('above the text', () => {
  test.each<[string, string[]]>([
    ['section names', ['Local', 'World > Asia > Economy']],
    ['weather', ['21.5 C', 'Oakvale']],
    ['weather and rates', ['Weather', 'Oakvale +4', 'Rates', 'USD 427.9 EUR 496.2']],
    ['a date', ['Published: 3 February 2031, 10:02 am PKT']],
    ['a date in a far time zone', ['February 3, 2031 - 11:28 AMT']],
    ['a line of everything', ['By Rowan Field | 3 February 2031 | 4 min read']],
    ['an agency and its time', ['The Associated Press Published Monday, February 3, 2031 8:22AM EST']],
    ['labels', ['03/02/2031 - Publicado por: Rowan Field - Categoria: Oakvale - Tags: rio chuva']],
    ['a time to read', ['Tempo de leitura: 1 minuto']],
    ['a byline', ['By Rowan Field']],
    ['a caption with its credit', ['The dam at Oakvale seen from the north at dawn', 'Reuters']],
    ['buttons', ['Share', 'Facebook', 'Twitter', 'Text size']],
    ['the headline again', [TITLE, TITLE]],
  ])('%s go', (_, head) => expect(clean(...head, A, B)).toEqual([A, B]))

  test('what they say is kept', () => {
    expect(cleanBlocks(['By Rowan Field | 3 February 2031', A].map(block), TITLE)).toMatchObject({
      byline: 'Rowan Field',
      date: '2031-02-03',
    })
  })
})

test('a heading of comments with chapters after it is a chapter', () => {
  const chapter = `${C} It has put it off three times since the storm, and people in the lower town are waiting.`
  const text = [A, B, C, A.replace('Monday', 'Friday'), '# Comments', B.replace('Two', 'Three'), '# Outlook', chapter]
  expect(clean(...text)).toEqual(text)
})

describe('repeats', () => {
  test('a quotation set apart goes when a paragraph holds it, and stays when none does', () => {
    const quote: Block = { kind: 'quote', text: 'overnight, the water board said' }
    const other: Block = { kind: 'quote', text: 'Nobody has seen the like, the chairman said.' }
    const kept = cleanBlocks([block(A), quote, block(B), other, block(C)], TITLE).blocks
    expect(kept).toEqual([block(A), block(B), other, block(C)])
  })

  test('a pull-quote goes, a refrain stays', () => {
    expect(clean(A, B, A, C)).toEqual([A, B, C])
    expect(clean(A, B, A, C, A)).toEqual([A, B, A, C, A])
  })

  test('a short answer may come twice', () => expect(clean(A, 'No, he said.', B, 'No, he said.')).toHaveLength(4))
})

test('when nothing would be left, everything stays', () => {
  expect(clean('Share', 'Subscribe')).toEqual(['Share', 'Subscribe'])
})
