-- SPDX-License-Identifier: EUPL-1.2
create table tickets.overseer (
    centre_id       bigint      not null default opencit.current_centre() references centres.centre,
    organization_id bigint      not null,
    basis           text        not null check (basis <> '' and length(basis) <= 300),
    decided_at      timestamptz not null,
    primary key (centre_id, organization_id),
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id)
);
comment on table tickets.overseer is 'Le Unioni che vedono i ticket dei loro membri: nessuna, finché la convenzione non lo dice';
comment on column tickets.overseer.basis is 'Dove la convenzione lo dice';
select opencit.protect('tickets.overseer');
