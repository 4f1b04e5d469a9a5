-- SPDX-License-Identifier: EUPL-1.2
-- A mail that waits for the digest is a mail like the others, under its own key: it cannot leave alone as well.
alter table notices.mail drop constraint mail_state_check;
alter table notices.mail add constraint mail_state_check
    check (state in ('QUEUED', 'SENT', 'UNDELIVERED', 'STALE', 'GATHERED', 'DIGESTED'));
comment on column notices.mail.state is 'QUEUED da inviare, SENT inviato, UNDELIVERED il server lo ha rifiutato troppe volte, STALE rimasto troppo a lungo senza server, GATHERED aspetta il riepilogo, DIGESTED detto in un riepilogo';
alter table notices.mail add column link text not null default '';
comment on column notices.mail.link is 'La pagina di cui parla, come la cita il riepilogo';
alter table notices.mail add column digest_id bigint;
comment on column notices.mail.digest_id is 'Il riepilogo che lo contiene';
alter table notices.mail add foreign key (centre_id, digest_id) references notices.mail (centre_id, id);
alter table notices.mail add check ((state = 'DIGESTED') = (digest_id is not null));
create index mail_gathered on notices.mail (centre_id, recipient, id) where state = 'GATHERED';
