/**
 * Who is told of what is recorded, and what was sent to whom: ordinary tables, which nothing replayed reads. Instants are UTC texts with
 * milliseconds, moments London wall-clock texts, lists JSON.
 */
export const notices0005 = /* sql */ `
create table contact (
  id text primary key,
  of text not null,
  address text not null,
  wants text not null,
  added_at text not null,
  verified_at text,
  bounced_at text,
  bounce text,
  left_at text,
  secret text not null unique,
  unique (of, address)
) strict;

create table subscription (
  account text not null references account (id),
  subject text not null,
  since text not null,
  primary key (account, subject)
) strict, without rowid;

create table notice (
  id text primary key,
  command text not null,
  recipient text not null,
  listens_for text not null,
  address text,
  why text not null,
  positions text not null,
  held_until text not null,
  not_before text,
  state text not null check (state in ('held', 'sending', 'sent', 'shown', 'refused', 'given up', 'dropped')),
  tries integer not null,
  next_try text not null,
  outcome text,
  done_at text,
  subject text,
  text text,
  unique (command, recipient)
) strict;

create index notice_due on notice (state, next_try);

create table notice_note (
  command text primary key,
  note text not null,
  account text not null references account (id),
  at text not null
) strict, without rowid;

create table outbox_cursor (
  one integer primary key check (one = 1),
  position integer not null,
  moment text not null
) strict;

create table lease (
  name text primary key,
  holder text not null,
  until text not null
) strict, without rowid;
`
