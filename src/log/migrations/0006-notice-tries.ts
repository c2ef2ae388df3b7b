/** What became of a notice each time before it was sent again, perhaps to another address. */
export const noticeTries0006 = /* sql */ `
create table notice_try (
  notice text not null references notice (id),
  nth integer not null,
  address text,
  state text not null,
  outcome text,
  done_at text,
  primary key (notice, nth)
) strict, without rowid;
`
