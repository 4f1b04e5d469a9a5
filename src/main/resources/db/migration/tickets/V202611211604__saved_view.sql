-- SPDX-License-Identifier: EUPL-1.2
create table tickets.saved_view (
    centre_id bigint  not null default opencit.current_centre() references centres.centre,
    id        bigint  generated always as identity,
    name      text    not null check (name <> '' and length(name) <= 60),
    owner     text    not null check (owner <> ''),
    shared    boolean not null default false,
    filters   jsonb   not null,
    version   integer not null default 0,
    primary key (centre_id, id),
    unique (centre_id, owner, name)
);
comment on table tickets.saved_view is 'Viste dell''elenco dei ticket: filtri e ordine con un nome';
comment on column tickets.saved_view.shared is 'La vedono tutti quelli del centro, non solo chi l''ha salvata';
select opencit.protect('tickets.saved_view');
