declare module 'snowball-stemmers' {
  export function newStemmer(algorithm: string): { stem(word: string): string };
}
declare module 'stopword' {
  export const ara: readonly string[];
  export const eng: readonly string[];
  export const fra: readonly string[];
  export const spa: readonly string[];
}
