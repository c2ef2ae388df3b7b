import type { FileId, TextId } from '../../domain/entry.ts'
import type { EventOf, EventType } from '../../domain/events.ts'
import type { ImportedFact } from '../../domain/importing/facts.ts'

/** A text as a fact file gives it, in clear; the log holds its commitment instead. */
export type PlainText = { text: string }

/** A file as a fact file gives it: its bytes in clear; the log holds their commitment instead. */
export type PlainFile = { base64: string }

/** A value as a fact file gives it: each `TextId` is its text in clear, each `FileId` its bytes. */
export type Plain<T> = T extends FileId
  ? PlainFile
  : T extends TextId
    ? PlainText
    : T extends string
      ? T
      : T extends object
        ? { -readonly [K in keyof T]: Plain<T[K]> }
        : T

/** An event as it stands in a fact file, without its version. */
export type FileEvent<T extends EventType = EventType> = { [K in T]: Plain<Omit<EventOf<K>, 'v'>> }[T]

/** The event with its version, and its texts still in clear. */
export type PlainEvent = { [T in EventType]: Plain<EventOf<T>> }[EventType]

/** An imported fact whose texts are still in clear. */
export type PlainFact = Omit<ImportedFact, 'event' | 'evidence'> & { readonly event: PlainEvent | null }
