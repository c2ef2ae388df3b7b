import type { ReferenceGrammar } from '../../../src/domain/modification/reference.ts'

/**
 * How the SEC writes its references: SECMP0069 is the highest seen of the old form, which a number keeps for life; from 70 on
 * a Draft Proposal is DP084 and the same number, once converted, MP084. Pages also write SECMP 0071 and SECMP076 for those.
 */
export const grammar: ReferenceGrammar = {
  forms: [
    { prefix: 'SECMP', digits: 4, numbers: { from: 1, to: 69 }, when: 'always' },
    { prefix: 'DP', digits: 3, numbers: { from: 70 }, when: 'before conversion' },
    { prefix: 'MP', digits: 3, numbers: { from: 70 }, when: 'after conversion' },
  ],
  alsoRead: [],
}
