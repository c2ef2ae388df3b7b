/** Who wants one mail a week instead of one for each thing, from when (by the log's clock), and who no reminders; and what a mail tells that a day brings. */
export const timedMails0009 = /* sql */ `
alter table contact add column weekly_since text;
alter table contact add column unreminded integer;
alter table notice add column matter text;
`
