-- SPDX-License-Identifier: EUPL-1.2
create table tickets.standing_observer (
    centre_id       bigint      not null default opencit.current_centre() references centres.centre,
    id              bigint      generated always as identity,
    organization_id bigint      not null,
    name            text        not null check (name <> ''),
    username        text        check (username <> ''),
    role            text        check (role in ('MAYOR', 'SECRETARY', 'RTD', 'ACCOUNTING', 'CONTACT')),
    categories      bigint[]    not null default '{}',
    since           timestamptz not null,
    named_by        text        not null check (named_by <> ''),
    primary key (centre_id, id),
    unique (centre_id, organization_id, name),
    check (role is null or username is null),
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id)
);
comment on table tickets.standing_observer is 'Chi segue sempre i ticket nuovi di un ente: riceve le risposte di quelli che vedrebbe comunque';
comment on column tickets.standing_observer.username is 'Per chi ha un accesso';
comment on column tickets.standing_observer.role is 'Chi segue è chi ha questo incarico quando parte il messaggio, non una persona';
comment on column tickets.standing_observer.categories is 'Solo di queste categorie e di quelle che contengono; di tutte, se non ce n''è';
comment on column tickets.standing_observer.since is 'Segue i ticket aperti da allora';
select opencit.protect('tickets.standing_observer');
