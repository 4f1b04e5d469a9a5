-- SPDX-License-Identifier: EUPL-1.2
create table tickets.staff_group (
    centre_id bigint  not null default opencit.current_centre() references centres.centre,
    id        bigint  generated always as identity,
    name      text    not null check (name <> ''),
    retired   boolean not null default false,
    version   integer not null default 0,
    primary key (centre_id, id),
    unique (centre_id, name)
);
comment on table tickets.staff_group is 'Gruppi del personale a cui si assegnano i ticket';
comment on column tickets.staff_group.retired is 'Non si sceglie più; i ticket di prima restano suoi';
select opencit.protect('tickets.staff_group');

create table tickets.group_member (
    centre_id bigint not null default opencit.current_centre() references centres.centre,
    id        bigint generated always as identity,
    group_id  bigint not null,
    username  text   not null check (username <> ''),
    primary key (centre_id, id),
    unique (centre_id, group_id, username),
    foreign key (centre_id, group_id) references tickets.staff_group (centre_id, id)
);
select opencit.protect('tickets.group_member');

create table tickets.supplier_desk (
    centre_id   bigint  not null default opencit.current_centre() references centres.centre,
    id          bigint  not null,
    offered     boolean not null default true,
    addresses   text[]  not null default '{}',
    version     integer not null default 0,
    primary key (centre_id, id),
    foreign key (centre_id, id) references catalogue.supplier (centre_id, id)
);
comment on table tickets.supplier_desk is 'Come lavora un fornitore sui ticket; chi non c''è è attivo e legge all''indirizzo del catalogo';
comment on column tickets.supplier_desk.offered is 'Attivo: gli si possono assegnare ticket';
comment on column tickets.supplier_desk.addresses is 'Indirizzi di posta che ricevono i ticket assegnati';
select opencit.protect('tickets.supplier_desk');

alter table tickets.entry
    add column supplier_id bigint,
    drop constraint entry_visibility_check,
    drop constraint entry_check,
    add foreign key (centre_id, supplier_id) references catalogue.supplier (centre_id, id),
    add constraint entry_visibility check (visibility in ('PUBLIC', 'SUPPLIER', 'INTERNAL')),
    add constraint entry_supplier check ((visibility = 'SUPPLIER') = (supplier_id is not null)),
    add constraint entry_internal check (visibility <> 'INTERNAL' or from_office);
comment on column tickets.entry.supplier_id is 'Per i messaggi tra il centro e un fornitore: quale';

alter table tickets.attachment
    add column supplier_id bigint,
    drop constraint attachment_visibility_check,
    add foreign key (centre_id, supplier_id) references catalogue.supplier (centre_id, id),
    add constraint attachment_visibility check (visibility in ('PUBLIC', 'SUPPLIER', 'INTERNAL')),
    add constraint attachment_supplier check ((visibility = 'SUPPLIER') = (supplier_id is not null));

create table tickets.link_key (
    centre_id bigint not null default opencit.current_centre() references centres.centre,
    key       bytea  not null check (length(key) >= 32),
    primary key (centre_id)
);
comment on table tickets.link_key is 'La chiave con cui il centro firma i collegamenti; fuori dal registro delle modifiche, perché è segreta';
call opencit.isolate('tickets.link_key');
grant select, insert on tickets.link_key to ${app};

create table tickets.supplier_link (
    centre_id   bigint      not null default opencit.current_centre() references centres.centre,
    id          bigint      generated always as identity,
    ticket_id   bigint      not null,
    supplier_id bigint      not null,
    address     text        not null,
    expires_at  timestamptz not null,
    revoked_at  timestamptz,
    primary key (centre_id, id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id),
    foreign key (centre_id, supplier_id) references catalogue.supplier (centre_id, id)
);
comment on table tickets.supplier_link is 'Collegamenti con cui un fornitore lavora un ticket senza accesso';
create index supplier_link_ticket on tickets.supplier_link (centre_id, ticket_id) where revoked_at is null;
select opencit.protect('tickets.supplier_link');
revoke delete on tickets.supplier_link from ${app};
