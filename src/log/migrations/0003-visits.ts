/** Up to which position of the log each account has read its front page: `since` before this visit, `seen` in it. Nothing replayed reads it. */
export const visits0003 = /* sql */ `
create table visit (
  account text primary key references account (id),
  since integer,
  seen integer not null,
  at text not null
) strict, without rowid;
`
