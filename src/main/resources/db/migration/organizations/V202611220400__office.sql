-- SPDX-License-Identifier: EUPL-1.2
alter table organizations.person
    add column office text not null default '' check (office = btrim(office) and length(office) <= 200);
comment on column organizations.person.office is 'Ufficio in cui lavora nell''ente; vuoto se non si sa. Vale dentro l''ente: lo stesso nome altrove è un altro ufficio';
