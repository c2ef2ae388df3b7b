/** Responses to consultations that several colleagues write: every saving, who was asked for what, and who signed which saving off. */
export const responseDrafts0004 = /* sql */ `
create table response_revision (
  organisation text not null,
  consultation text not null,
  revision integer not null,
  answers text not null,
  account text not null references account (id),
  saved_at text not null,
  stands text not null check (stands in ('present', 'beside', 'merged')),
  primary key (organisation, consultation, revision)
) strict, without rowid;

create table response_invitation (
  organisation text not null,
  consultation text not null,
  account text not null references account (id),
  task text not null check (task in ('draft', 'sign off')),
  by text not null references account (id),
  asked_at text not null,
  primary key (organisation, consultation, account, task)
) strict, without rowid;

create table response_sign_off (
  organisation text not null,
  consultation text not null,
  revision integer not null,
  account text not null references account (id),
  signed_at text not null,
  primary key (organisation, consultation, revision, account)
) strict, without rowid;

create index response_asked_of on response_invitation (account);
`
