-- What the migrations lead to, for readers. A test renews it: vitest -u test/engines/sqlite.test.ts
pragma user_version = 9;

CREATE TABLE entry (
  position integer primary key,
  envelope text not null,
  leaf text not null
) strict;

CREATE TABLE part (
  position integer not null references entry (position),
  kind text not null check (kind in ('body', 'recorder')),
  salt text not null,
  bytes text not null,
  primary key (position, kind)
) strict, without rowid;

CREATE TABLE text (
  id text primary key,
  salt blob not null,
  bytes blob not null
) strict;

CREATE TABLE command (
  principal text not null,
  key text not null,
  request_hash text not null,
  first integer not null,
  last integer not null,
  primary key (principal, key)
) strict, without rowid;

CREATE TABLE head (
  one integer primary key check (one = 1),
  position integer not null,
  recorded_at text not null,
  recorded_on text not null,
  leaf text not null
) strict;

CREATE TABLE clock (
  one integer primary key check (one = 1),
  shows text not null,
  since text not null
) strict;

CREATE TABLE account (
  id text primary key,
  label text not null,
  email text unique,
  oidc_issuer text,
  oidc_subject text,
  roles text not null,
  acts_for text not null,
  seats text not null,
  disabled integer not null check (disabled in (0, 1)),
  sample text unique,
  unique (oidc_issuer, oidc_subject),
  check ((oidc_issuer is null) = (oidc_subject is null))
) strict;

CREATE TABLE session (
  hash text primary key,
  account text not null references account (id),
  csrf text not null,
  started_at text not null,
  used_at text not null
) strict, without rowid;

CREATE TABLE link (
  hash text primary key,
  account text not null references account (id),
  back text not null,
  expires_at text not null
) strict, without rowid;

CREATE TABLE token (
  id text primary key,
  account text not null references account (id),
  hash text not null unique,
  name text not null,
  made_at text not null
) strict, without rowid;

CREATE TABLE draft (
  id text primary key,
  account text not null references account (id),
  act text not null,
  subject text not null,
  fields text not null,
  saved_at text not null
) strict, without rowid;

CREATE TABLE instruction (
  body text not null,
  seat text not null,
  modification text not null,
  ballot text not null,
  vote text not null,
  reason text not null,
  account text not null references account (id),
  given_at text not null,
  primary key (body, seat, modification, ballot)
) strict, without rowid;

CREATE INDEX session_of on session (account);

CREATE INDEX link_of on link (account);

CREATE INDEX token_of on token (account);

CREATE INDEX draft_of on draft (account);

CREATE TABLE visit (
  account text primary key references account (id),
  since integer,
  seen integer not null,
  at text not null
) strict, without rowid;

CREATE TABLE response_revision (
  organisation text not null,
  consultation text not null,
  revision integer not null,
  answers text not null,
  account text not null references account (id),
  saved_at text not null,
  stands text not null check (stands in ('present', 'beside', 'merged')),
  primary key (organisation, consultation, revision)
) strict, without rowid;

CREATE TABLE response_invitation (
  organisation text not null,
  consultation text not null,
  account text not null references account (id),
  task text not null check (task in ('draft', 'sign off')),
  by text not null references account (id),
  asked_at text not null,
  primary key (organisation, consultation, account, task)
) strict, without rowid;

CREATE TABLE response_sign_off (
  organisation text not null,
  consultation text not null,
  revision integer not null,
  account text not null references account (id),
  signed_at text not null,
  primary key (organisation, consultation, revision, account)
) strict, without rowid;

CREATE INDEX response_asked_of on response_invitation (account);

CREATE TABLE contact (
  id text primary key,
  of text not null,
  address text not null,
  wants text not null,
  added_at text not null,
  verified_at text,
  bounced_at text,
  bounce text,
  left_at text,
  secret text not null unique, name text, role text, evidence text, weekly_since text, unreminded integer,
  unique (of, address)
) strict;

CREATE TABLE subscription (
  account text not null references account (id),
  subject text not null,
  since text not null,
  primary key (account, subject)
) strict, without rowid;

CREATE TABLE notice (
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
  text text, done_moment text, matter text,
  unique (command, recipient)
) strict;

CREATE INDEX notice_due on notice (state, next_try);

CREATE TABLE notice_note (
  command text primary key,
  note text not null,
  account text not null references account (id),
  at text not null
) strict, without rowid;

CREATE TABLE outbox_cursor (
  one integer primary key check (one = 1),
  position integer not null,
  moment text not null
) strict;

CREATE TABLE lease (
  name text primary key,
  holder text not null,
  until text not null
) strict, without rowid;

CREATE TABLE notice_try (
  notice text not null references notice (id),
  nth integer not null,
  address text,
  state text not null,
  outcome text,
  done_at text, done_moment text,
  primary key (notice, nth)
) strict, without rowid;

CREATE TABLE share_link (
  id text primary key,
  hash text not null unique,
  account text not null references account (id),
  document text not null,
  file text not null,
  made_at text not null,
  expires_at text not null,
  revoked_at text
) strict;

CREATE TABLE share_use (
  link text not null references share_link (id),
  at text not null,
  client text not null
) strict;

CREATE INDEX share_use_of on share_use (link, at);

CREATE TRIGGER entry_follows before insert on entry
when new.position <> (select coalesce(max(position), 0) + 1 from entry)
begin select raise(abort, 'an entry takes the next position'); end;

CREATE TRIGGER entry_stays before update on entry
begin select raise(abort, 'entries are never updated'); end;

CREATE TRIGGER entry_remains before delete on entry
begin select raise(abort, 'entries are never deleted'); end;

CREATE TRIGGER part_stays before update on part
begin select raise(abort, 'parts are never updated'); end;

CREATE TRIGGER text_stays before update on text
begin select raise(abort, 'texts are never updated'); end;

CREATE TRIGGER command_stays before update on command
begin select raise(abort, 'commands are never updated'); end;

CREATE TRIGGER command_remains before delete on command
begin select raise(abort, 'commands are never deleted'); end;

CREATE TRIGGER head_advances before update on head
when new.position <= old.position or new.recorded_at < old.recorded_at or new.recorded_on < old.recorded_on
begin select raise(abort, 'the head only moves forward'); end;

CREATE TRIGGER head_remains before delete on head
begin select raise(abort, 'the head is never deleted'); end;
