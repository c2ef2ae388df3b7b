/** Links by which somebody without an account reads one version of a document, and each time that one was used. Rows are kept: an audit. */
export const shareLinks0007 = /* sql */ `
create table share_link (
  id text primary key,
  hash text not null unique,
  account text not null references account (id),
  document text not null,
  file text not null,
  made_at text not null,
  expires_at text not null,
  revoked_at text
) strict;

create table share_use (
  link text not null references share_link (id),
  at text not null,
  client text not null
) strict;

create index share_use_of on share_use (link, at);
`
