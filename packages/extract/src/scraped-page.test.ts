import { expect, test } from 'vitest'
import { extractDocument } from './extract-document.ts'

const SCRAPE = `Skip to main content
Home / News / Business
Weather: Norvik 7°C
Ferry operator says winter timetable cost it 12 million crowns
Ferry operator says winter timetable cost it 12 million crowns | Coast Herald
Updated 14:05, 9 January 2032
Share Tweet Email
Isla Ng
Transport reporter
The Blue Line ferry company lost 12 million crowns in the three months to December , its chief executive told reporters on Thursday ,blaming a timetable that regulators forced on it.
“We warned them in July ” Marek Vold said. “ Nobody listened. “
The regulator rejected the claim.It said that Blue Line 's own figures showed a profit of 3 million crowns.[1]
Read more: Island mayors demand a second crossing
Getty Images
According to the union , which represents 640 of the firm's 900 staff , at least one sailing in five was cancelled .
ALSO READ
Storm closes three harbours
Harbour dues to rise in spring
"That is simply false, " said a spokeswoman for Blue Line . "We cancelled 4 per cent of sailings."
[1] Blue Line quarterly report , p. 7
- - -
© Coast Herald 2032
Most read
1. Cat found on ferry after nine days
2. Why the bridge will not be built
Comments (14)
sailor99: about time
Privacy policy | Terms | Contact us`

test('a page scraped line by line: everything around the text at once', async () => {
  const input = { id: 'd', url: 'https://herald.example.org/a', key: 'a', mediaType: 'text/plain' as const, given: {} }
  const doc = await extractDocument(input, new TextEncoder().encode(SCRAPE))
  expect(doc).toMatchObject({
    title: 'Ferry operator says winter timetable cost it 12 million crowns',
    byline: 'Isla Ng',
    publishedAt: '2032-01-09',
  })
  expect(doc.text.split('\n\n')).toEqual([
    'The Blue Line ferry company lost 12 million crowns in the three months to December, its chief executive told reporters on Thursday, blaming a timetable that regulators forced on it.',
    '“We warned them in July” Marek Vold said. “Nobody listened.”',
    "The regulator rejected the claim. It said that Blue Line's own figures showed a profit of 3 million crowns.",
    "According to the union, which represents 640 of the firm's 900 staff, at least one sailing in five was cancelled.",
    '"That is simply false," said a spokeswoman for Blue Line. "We cancelled 4 per cent of sailings."',
    '¹ Blue Line quarterly report, p. 7',
  ])
})
