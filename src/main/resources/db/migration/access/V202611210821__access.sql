-- SPDX-License-Identifier: EUPL-1.2
create schema access;
comment on schema access is 'Accessi: persone, credenziali, ruoli per centro ed ente';

create table access.person (
    id            bigint      generated always as identity primary key,
    username      text        not null unique check (username = lower(username) and username <> ''),
    display_name  text        not null check (display_name <> ''),
    password_hash text        not null,
    disabled      boolean     not null default false,
    created_at    timestamptz not null default now()
);
comment on table access.person is 'Persone: valgono per tutta l''installazione, i ruoli sono per centro';
comment on column access.person.password_hash is 'Argon2id';

create table access.role_grant (
    centre_id       bigint not null default opencit.current_centre() references centres.centre,
    id              bigint generated always as identity,
    person_id       bigint not null references access.person,
    role            text   not null check (role in ('COORDINATORE', 'AMMINISTRATIVO', 'OPERATORE', 'REDATTORE', 'REFERENTE')),
    organization_id bigint,
    primary key (centre_id, id),
    unique nulls not distinct (centre_id, person_id, role, organization_id),
    check ((role = 'REFERENTE') = (organization_id is not null))
);
comment on column access.role_grant.organization_id is 'Ente del referente; vuoto per il personale del centro';
select opencit.protect('access.role_grant');

create table access.sign_in_attempt (
    id        bigint      generated always as identity primary key,
    username  text        not null,
    at        timestamptz not null default now()
);
comment on table access.sign_in_attempt is 'Accessi falliti di recente: dopo cinque si attende';
create index sign_in_attempt_recent on access.sign_in_attempt (username, at);

create table access.spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index spring_session_expiry on access.spring_session (expiry_time);
create index spring_session_principal on access.spring_session (principal_name);

create table access.spring_session_attributes (
    session_primary_id char(36)     not null references access.spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

grant usage on schema access to ${app};
grant select, insert, update on access.person to ${app};
grant select, insert, delete on access.sign_in_attempt to ${app};
grant select, insert, update, delete on access.spring_session, access.spring_session_attributes to ${app};
