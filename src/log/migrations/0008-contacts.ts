/**
 * Who a contact is, and how it was confirmed where it did not do so itself; when something became of a notice by the log's own clock, which a
 * demonstration moves.
 */
export const contacts0008 = /* sql */ `
alter table contact add column name text;
alter table contact add column role text;
alter table contact add column evidence text;
alter table notice add column done_moment text;
alter table notice_try add column done_moment text;
`
