/** The first schema. Hashes and salts are hex; envelopes and parts are JSON kept as the very bytes that were hashed. */
export const log0001 = /* sql */ `
create table entry (
  position integer primary key,
  envelope text not null,
  leaf text not null
) strict;

create table part (
  position integer not null references entry (position),
  kind text not null check (kind in ('body', 'recorder')),
  salt text not null,
  bytes text not null,
  primary key (position, kind)
) strict, without rowid;

create table text (
  id text primary key,
  salt blob not null,
  bytes blob not null
) strict;

create table command (
  principal text not null,
  key text not null,
  request_hash text not null,
  first integer not null,
  last integer not null,
  primary key (principal, key)
) strict, without rowid;

create table head (
  one integer primary key check (one = 1),
  position integer not null,
  recorded_at text not null,
  recorded_on text not null,
  leaf text not null
) strict;

create table clock (
  one integer primary key check (one = 1),
  shows text not null,
  since text not null
) strict;

insert into head values (1, 0, '', '', '');

-- Also stops 'insert or replace', which deletes without firing a trigger of deletion.
create trigger entry_follows before insert on entry
when new.position <> (select coalesce(max(position), 0) + 1 from entry)
begin select raise(abort, 'an entry takes the next position'); end;

create trigger entry_stays before update on entry
begin select raise(abort, 'entries are never updated'); end;

create trigger entry_remains before delete on entry
begin select raise(abort, 'entries are never deleted'); end;

create trigger part_stays before update on part
begin select raise(abort, 'parts are never updated'); end;

create trigger text_stays before update on text
begin select raise(abort, 'texts are never updated'); end;

create trigger command_stays before update on command
begin select raise(abort, 'commands are never updated'); end;

create trigger command_remains before delete on command
begin select raise(abort, 'commands are never deleted'); end;

create trigger head_advances before update on head
when new.position <= old.position or new.recorded_at < old.recorded_at or new.recorded_on < old.recorded_on
begin select raise(abort, 'the head only moves forward'); end;

create trigger head_remains before delete on head
begin select raise(abort, 'the head is never deleted'); end;
`
