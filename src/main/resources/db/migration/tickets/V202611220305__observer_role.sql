-- SPDX-License-Identifier: EUPL-1.2
alter table tickets.observer
    add column role text check (role in ('MAYOR', 'SECRETARY', 'RTD', 'ACCOUNTING', 'CONTACT')),
    add check (role is null or username is null and email = '');
comment on column tickets.observer.role is 'Chi segue è chi ha questo incarico quando parte il messaggio o si apre la pagina, non una persona';
