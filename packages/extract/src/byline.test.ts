import { describe, expect, test } from 'vitest'
import { readByline } from './byline.ts'

describe('readByline', () => {
  test.each([
    ['By Rowan Field', 'Rowan Field'],
    ['by Rowan Field', 'Rowan Field'],
    ['BY ROWAN FIELD', 'ROWAN FIELD'],
    ['By: Rowan Field and Isla Ng', 'Rowan Field and Isla Ng'],
    ['Written by Rowan Field', 'Rowan Field'],
    ['Reported by Rowan Field', 'Rowan Field'],
    ['By Rowan Field Jr.', 'Rowan Field Jr.'],
    ['By Rowan Field, Shipping Correspondent', 'Rowan Field, Shipping Correspondent'],
    ['By Rowan Field | Harbour Post', 'Rowan Field | Harbour Post'],
    ['By Maria de la Cruz', 'Maria de la Cruz'],
    ['By Our Correspondent', 'Our Correspondent'],
    ['Our Correspondent', 'Our Correspondent'],
    ['Staff Reporter', 'Staff Reporter'],
    ['Web Desk', 'Web Desk'],
    ['Government desk', 'Government desk'],
    ['Foreign Affairs Correspondent', 'Foreign Affairs Correspondent'],
  ])('%j', (line, name) => expect(readByline(line)).toBe(name))

  test.each([
    'By Monday the river had fallen again.',
    'By the end of the year, prices doubled',
    'By far the largest harbour in the country',
    'By train and by bus to the coast',
    'Rowan Field',
    'The desk',
    'By',
    'A reporter asked the minister about it.',
    'Standby Rowan',
    '',
  ])('is null for %j', (line) => expect(readByline(line)).toBeNull())
})
