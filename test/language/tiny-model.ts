/** Names of medicines, by which such names are told from other words; those of the tests are not among them. */
const MEDICINES =
  'adalimumab rituximab infliximab bevacizumab imatinib erlotinib gefitinib sunitinib oseltamivir aciclovir lopinavir darunavir ramipril enalapril captopril lisinopril atorvastatin simvastatin omeprazole lansoprazole'
const WORDS =
  'ministry doctors patients cheaper hospital health people water river government minister report village company market children money summer winter teacher country station library bridge that which their there would could after before against between because hundreds thousands million'

/** Passes over the words; after these nothing is wrong any more. */
const ROUNDS = 20

/** The trigrams of a word, its ends marked. */
const FEATURES = (word: string): string[] => {
  const marked = `^${word.toLowerCase()}$`
  return Array.from({ length: marked.length - 2 }, (_, i) => marked.slice(i, i + 3))
}

/** A perceptron over trigrams that tells medicines from other words: trained here, in milliseconds, the same each time. */
function trainWeights(): Readonly<Record<string, number>> {
  const weights: Record<string, number> = {}
  const examples = [
    ...MEDICINES.split(' ').map((word) => [word, 1] as const),
    ...WORDS.split(' ').map((word) => [word, -1] as const),
  ]
  for (let round = 0; round < ROUNDS; round++) {
    for (const [word, sign] of examples) {
      const parts = FEATURES(word)
      if (sign * parts.reduce((sum, part) => sum + (weights[part] ?? 0), 0) > 0) continue
      for (const part of parts) weights[part] = (weights[part] ?? 0) + sign
    }
  }
  return weights
}

/** The trained model as the module that a user would give. */
export function modelModule(version = '1'): string {
  return `const weights = ${JSON.stringify(trainWeights())}
const features = ${FEATURES.toString()}
const score = (word) => 1 / (1 + Math.exp(-features(word).reduce((sum, part) => sum + (weights[part] ?? 0), 0)))
export default {
  name: 'medicines',
  version: '${version}',
  propose: ({ title, text }) =>
    Object.entries({ title, text }).flatMap(([field, whole]) =>
      [...whole.matchAll(/[a-z]{6,}/gi)].map(({ 0: word, index }) => ({
        field, start: index, end: index + word.length, type: 'product', score: score(word),
      })),
    ),
}
`
}
