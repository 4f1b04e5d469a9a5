-- SPDX-License-Identifier: EUPL-1.2
alter table access.person add column email text not null default '' check (email = lower(email));
comment on column access.person.email is 'Dove la persona riceve gli avvisi e da dove scrive; vuoto se non l''ha indicato';
create index person_email on access.person (email);
