-- SPDX-License-Identifier: EUPL-1.2
alter table access.person add column daily boolean not null default false;
comment on column access.person.daily is 'Se vuole un solo messaggio al giorno invece di uno per ogni avviso';
