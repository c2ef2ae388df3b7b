import { isSaidInBallot } from '../../domain/ballot/unseen-votes.ts'
import { longMoment } from '../../domain/calendar/format.ts'
import type { Moment } from '../../domain/calendar/moment.ts'
import type { Classification, Entry, Subject } from '../../domain/entry.ts'
import { sentenceOf } from '../../report/words/event-sentence.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import type { PageContext } from '../context.ts'

/** Of a subject what is not public, for who may see it: until when, or for whom. Of a ballot its own part of the page tells. */
export function KeptBack({ context, subject }: { readonly context: PageContext; readonly subject: Subject }) {
  const { answer, paths, site } = context.var
  const history = answer.register.subjects.get(subject)?.history ?? []
  const kept = history.flatMap((entry) => {
    if (isSaidInBallot(entry.event)) return []
    const text = keptBackText(entry, answer.now)
    return text === undefined ? [] : [{ entry, text }]
  })
  if (kept.length === 0) return null
  const names = namesIn(answer.register, site.grammar)
  return (
    <section class="govuk-inset-text" aria-label="What is not public" id="kept-back">
      <ul class="govuk-list">
        {kept.map(({ entry, text }) => (
          <li>
            <strong>{text}:</strong> {sentenceOf(entry, names)},{' '}
            <a class="govuk-link" href={paths.entry(entry.place)}>
              entry {entry.place}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const readers: Readonly<Record<Exclude<Classification, 'white'>, string>> = {
  green: 'Green: for Parties and the bodies of the Code',
  amber: 'Amber: for the code administrator and whoever told it',
  red: 'Red: for the code administrator and whoever told it',
}

/** 'Not public until 23 October 2019, 17:00'; undefined where everybody may see the entry now. */
export function keptBackText({ event, class: classification, publicAt }: Entry, now: Moment): string | undefined {
  const ofBallot = isSaidInBallot(event) && 'Not public before the outcome of the ballot'
  const told = classification === 'white' ? undefined : ofBallot || readers[classification]
  if (publicAt === undefined || publicAt <= now) return told
  return [`Not public until ${longMoment(publicAt)}`, told].filter((each) => each !== undefined).join('. ')
}
