import type { SeatAct } from '../../../domain/organisation/seat-acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { day, inside, line, subject } from '../fields.ts'

const seat = inside('seats', { label: 'Seat' })
const until = (label: string) => day({ label }).exactOptional()

export const seatForms: Forms<SeatAct> = {
  SetUpSeat: {
    title: 'Set up a seat',
    verb: 'set-up-seat',
    on: 'body',
    about: 'A ballot that is open keeps the seats with which it opened.',
    schema: fields({
      seat: line({ label: 'Name of the seat', hint: 'Small letters, numbers and hyphens, such as large-supplier-4. No person is named.' }),
      block: inside('blocks', { label: 'Block in which it votes' }),
    }),
  },
  EndSeat: { title: 'End a seat', verb: 'end-seat', on: 'body', schema: fields({ seat }) },
  FillSeat: {
    title: 'Say who holds a seat',
    verb: 'fill-seat',
    on: 'body',
    schema: fields({
      seat,
      holder: subject('organisations', ['organisation'], {
        label: 'Organisation',
        hint: 'Leave it empty where the seat is vacant.',
      }).exactOptional(),
      until: until('End of the term'),
    }),
  },
  NameAlternate: {
    title: 'Name an alternate',
    verb: 'name-alternate',
    on: 'body',
    about: 'Who votes in the place of a seat is shown with the vote.',
    schema: fields({
      seat,
      alternate: subject('organisations', ['organisation'], { label: 'Organisation of the alternate' }).exactOptional(),
      meeting: subject('meetings', ['meeting'], { label: 'For one meeting only' }).exactOptional(),
      until: until('Until'),
    }),
  },
}
