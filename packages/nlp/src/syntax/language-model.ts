import wink from 'wink-eng-lite-web-model'

/** The part of wink's core that we read ourselves: its word list, and for each word the parts of speech it may have. */
export interface LanguageCore {
  readonly lexicon: Uint32Array
  readonly packing: { readonly size: number; readonly layout: { readonly pos: readonly number[] } }
  readonly features: {
    readonly lexeme: { readonly list: readonly string[] }
    readonly posClusters: { readonly list: readonly ReadonlySet<number>[] }
    readonly pos: { readonly list: readonly string[] }
  }
}

/** The core of wink's English model. Unpacking it takes 50 MB and half a second: once for the tagger and the word list. */
export const core: LanguageCore = (wink.core as () => LanguageCore)()

/** Wink's English model with its core unpacked. */
export const languageModel: typeof wink = { ...wink, core: () => core }
