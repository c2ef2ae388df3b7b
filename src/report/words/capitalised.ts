/** A text with its first letter made large: a sentence that was written as part of another. */
export const capitalised = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
