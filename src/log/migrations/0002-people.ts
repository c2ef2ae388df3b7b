/**
 * Ordinary tables, which nothing replayed reads: accounts, how they sign in, and what they have not recorded yet. Instants are UTC texts
 * with milliseconds, secrets the hex SHA-256 of what was handed out, lists JSON.
 */
export const people0002 = /* sql */ `
create table account (
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

create table session (
  hash text primary key,
  account text not null references account (id),
  csrf text not null,
  started_at text not null,
  used_at text not null
) strict, without rowid;

create table link (
  hash text primary key,
  account text not null references account (id),
  back text not null,
  expires_at text not null
) strict, without rowid;

create table token (
  id text primary key,
  account text not null references account (id),
  hash text not null unique,
  name text not null,
  made_at text not null
) strict, without rowid;

create table draft (
  id text primary key,
  account text not null references account (id),
  act text not null,
  subject text not null,
  fields text not null,
  saved_at text not null
) strict, without rowid;

create table instruction (
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

create index session_of on session (account);
create index link_of on link (account);
create index token_of on token (account);
create index draft_of on draft (account);
`
