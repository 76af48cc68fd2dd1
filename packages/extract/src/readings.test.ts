import { describe, expect, test } from 'vitest'
import { isReadings } from './readings.ts'

describe('isReadings', () => {
  test.each([
    'Oakvale +4',
    'Weather Oakvale +4 Millbrook -2',
    'North Harbour −11°C',
    'Oakvale 21°C | Millbrook 19°C',
    'Humidity 63%',
    'USD 427.9 EUR 496.2',
    'USD/PKR 278.45',
    'Rates: USD 89.1, EUR 101.3, GBP 118.0',
    'FTSE 100 8,213.45 +0.4%',
    'Oakvale 100 79,123.10 ▲ 1.2%',
    '$ 92.50 € 101.20',
    'Погода Алматы +4',
    'BTC 64,120 (-2.1%)',
  ])('takes %j for a bar', (line) => expect(isReadings(line)).toBe(true))

  test.each([
    'Chapter 4',
    'Budget 2024',
    'Oakvale 3 Millbrook 2',
    'USD',
    'The dollar rose to 427.9 on Monday',
    'Inflation falls to 4.2% in May',
    'Apollo 11',
    'Article 19',
    'Exports +4% after a weak spring',
    '+4',
    'Oakvale 4 August',
    '',
  ])('leaves %j alone', (line) => expect(isReadings(line)).toBe(false))
})
