-- SPDX-License-Identifier: EUPL-1.2
-- The words of a file are read after it was taken, by a job: who sends it does not wait.
alter table tickets.attachment
    add column read_at    timestamptz,
    add column read_tries smallint not null default 0,
    add column read_found text not null default '';
comment on column tickets.attachment.read_at is 'Quando se ne è letto il testo per la ricerca; vuoto finché tocca farlo';
comment on column tickets.attachment.read_tries is 'Quante volte si è cominciato a leggerlo: un file che ferma il programma non si legge per sempre';
comment on column tickets.attachment.read_found is 'Che cosa se ne è letto: TEXT, NOTHING, TOO_SLOW, BROKEN';
create index attachment_unread on tickets.attachment (centre_id, id) where read_at is null;
grant update (read_at, read_tries, read_found) on tickets.attachment to ${app};
