/** Words that end what is counted: the clause goes on. */
const STOP =
  /^(?:a|an|the|in|on|at|of|for|to|by|with|from|and|or|but|that|who|which|as|than|when|while|after|before|since|until|per|each|every|more|less|last|next|this|is|are|was|were|has|have|had|will|would|can|could|may|might|be|been|being|it|its|his|her|their|he|she|they|we|i|not|into|over|under|about|if|because|so|where|during|through|against|between|off|up|down|out|away|ago|later|earlier|only|also|just|very|if|then|there|here)$/i
const MOST = 4

/** The noun phrase that begins after a figure, cut after its first plural: "fighter jets" of "126 fighter jets for India". */
export function countedNoun(text: string, at: number): string | null {
  const words: string[] = []
  for (const match of text.slice(at, at + 80).matchAll(/\s*(-?[\p{L}][\p{L}'’-]*|\S)/gu)) {
    const word = match[1] ?? ''
    if (!/^-?\p{L}/u.test(word) || STOP.test(word)) break
    words.push(word.replace(/^-/, ''))
    if (words.length >= MOST || /[^s]s$|^(?:people|men|women|children)$/.test(word)) break
  }
  return words.length === 0 ? null : words.join(' ')
}
