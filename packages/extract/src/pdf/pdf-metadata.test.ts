import { expect, test } from 'vitest'
import { pdfMetadata } from './pdf-metadata.ts'

test.each([
  [
    { Title: 'A report', Author: 'Harbour Institute', CreationDate: 'D:20310620090000Z' },
    { title: 'A report', byline: 'Harbour Institute', publishedAt: '2031-06-20', publishedFrom: 'pdf-created' },
  ],
  [
    { Title: 'Microsoft Word - final2.docx', Author: 'user', CreationDate: 'D:20311399' },
    { title: null, byline: null },
  ],
  [
    { Title: 'final.indd', CreationDate: '20310301' },
    { title: null, byline: null, publishedAt: '2031-03-01', publishedFrom: 'pdf-created' },
  ],
  [{}, { title: null, byline: null }],
])('%j', (info, expected) => {
  expect(pdfMetadata(info)).toEqual(expected)
})
