import type { Subject } from '../../domain/entry.ts'
import { type Block, heading, paragraph } from '../paper/paper.ts'
import { releasesChart } from './paper-charts.ts'
import { lines, listed, reference, sentence, sentences, type Writing } from './writing.ts'

export function releaseBlocks(writing: Writing): readonly Block[] {
  const { standalone, scheduled, noneScheduled, unconfirmed, unscheduled, dateChanges } = writing.model.release
  const changesOf = (release: Subject) => dateChanges.filter((each) => each.release === release).map((each) => lines(...each.lines))
  return [
    heading(1, '5. Release', 'release'),
    heading(2, 'SEC Releases'),
    ...releasesChart(writing),
    heading(2, 'Approved for release'),
    ...sentences(writing, standalone.line, standalone.told),
    ...scheduled.flatMap((each) => [...listed(writing, each), ...changesOf(each.release)]),
    ...(noneScheduled ? [{ kind: 'paragraph', text: sentence(writing, noneScheduled) } as const] : []),
    ...(unconfirmed ? listed(writing, unconfirmed) : []),
    ...(unscheduled ? listed(writing, unscheduled) : []),
    ...dateChanges
      .filter(({ release: of }) => !scheduled.some((each) => each.release === of))
      .map(({ release, releaseName, lines: told }) =>
        paragraph(reference(writing, { subject: release, label: releaseName }), `: ${told.map(({ text }) => text).join(' ')}`),
      ),
  ]
}
