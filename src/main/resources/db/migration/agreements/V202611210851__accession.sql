-- SPDX-License-Identifier: EUPL-1.2
create schema agreements;
comment on schema agreements is 'Convenzioni: schemi di convenzione, adesioni degli enti, chi paga per chi';

create table agreements.scheme (
    centre_id   bigint  not null default opencit.current_centre() references centres.centre,
    id          bigint  generated always as identity,
    title       text    not null check (title <> ''),
    kind        text    not null check (kind in ('CONVENZIONE_ART_30_TUEL', 'ACCORDO_PROGRAMMA_ART_34_TUEL',
                                                 'ACCORDO_ART_15_L241', 'ACCORDO_QUADRO', 'PROTOCOLLO', 'CONTRATTO_IN_HOUSE')),
    starts_on   date    not null,
    ends_on     date    check (ends_on >= starts_on),
    years       integer check (years between 1 and 99),
    renewal     text    not null check (renewal in ('EXPRESS', 'TACIT', 'NONE')),
    articles    text    not null default '',
    tariff_code text    check (tariff_code <> ''),
    lead_act    text    not null default '',
    notes       text    not null default '',
    version     integer not null default 0,
    primary key (centre_id, id),
    unique (centre_id, title),
    unique (centre_id, id, kind),
    constraint scheme_end check (ends_on is not null or years is not null)
);
comment on table agreements.scheme is 'Schemi di convenzione (o altro strumento) offerti agli enti';
comment on column agreements.scheme.starts_on is 'Primo giorno del periodo';
comment on column agreements.scheme.ends_on is 'Ultimo giorno del periodo; vuoto se ogni adesione dura gli anni indicati';
comment on column agreements.scheme.years is 'Durata di ogni adesione, in anni dal suo primo giorno';
comment on column agreements.scheme.articles is 'Articoli, uno per paragrafo';
comment on column agreements.scheme.tariff_code is 'Codice della tariffa della quota, per esempio brescia-2015-2020/quota';
comment on column agreements.scheme.lead_act is 'Atto con cui l''ente capofila ha approvato lo schema';
select opencit.protect('agreements.scheme');

create table agreements.accession (
    centre_id         bigint  not null default opencit.current_centre() references centres.centre,
    id                bigint  generated always as identity,
    scheme_id         bigint  not null,
    kind              text    not null,
    organization_id   bigint  not null,
    renews_id         bigint,
    stage             text    not null default 'DRAFT',
    approved_by       text    check (approved_by in ('COUNCIL', 'EXECUTIVE', 'BOARD', 'ASSEMBLY', 'OTHER')),
    delibera_number   text    check (delibera_number <> ''),
    delibera_date     date,
    published_on      date    check (published_on >= delibera_date),
    immediate         boolean,
    enforceable_from  date,
    signatory         text    check (signatory <> ''),
    signatory_office  text,
    signed_on         date    check (signed_on >= delibera_date),
    countersigned_on  date    check (countersigned_on >= signed_on),
    protocol_number   text    check (protocol_number ~ '^\d{1,20}$'),
    protocol_date     date,
    starts_on         date,
    ends_on           date    check (ends_on >= starts_on),
    withdrawn_on      date    check (withdrawn_on between starts_on and ends_on),
    withdrawal_reason text    check (withdrawal_reason <> ''),
    withdrawal_act    text,
    notes             text    not null default '',
    version           integer not null default 0,
    membership        daterange generated always as (
        case when starts_on is not null then daterange(starts_on, coalesce(withdrawn_on, ends_on), '[]') end) stored,
    primary key (centre_id, id),
    unique (centre_id, renews_id),
    foreign key (centre_id, scheme_id, kind) references agreements.scheme (centre_id, id, kind) on update cascade,
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id),
    foreign key (centre_id, renews_id) references agreements.accession (centre_id, id),
    constraint accession_stage check ( -- as in AccessionState: each state with its own data
        num_nonnulls(approved_by, delibera_number, delibera_date, immediate, enforceable_from)
            = case when stage = 'DRAFT' then 0 else 5 end
        and num_nonnulls(signatory, signatory_office, signed_on)
            = case when stage in ('DRAFT', 'APPROVED') then 0 else 3 end
        and num_nonnulls(countersigned_on, protocol_number, protocol_date, starts_on, ends_on)
            = case when stage in ('ACTIVE', 'WITHDRAWN') then 5 else 0 end
        and num_nonnulls(withdrawn_on, withdrawal_reason)
            = case when stage = 'WITHDRAWN' then 2 else 0 end
        and stage in ('DRAFT', 'APPROVED', 'SIGNED', 'ACTIVE', 'WITHDRAWN')),
    constraint accession_publication check (published_on is not null or immediate is distinct from false),
    constraint one_membership exclude using gist (
        centre_id with =, organization_id with =, kind with =, membership with &&)
);
comment on table agreements.accession is 'Adesioni degli enti agli schemi; scaduta non è uno stato registrato ma un''adesione attiva il cui ultimo giorno è passato';
comment on column agreements.accession.kind is 'Strumento dello schema, ripetuto per il vincolo: un ente non ha due adesioni dello stesso strumento negli stessi giorni';
comment on column agreements.accession.renews_id is 'Adesione che questa rinnova';
comment on column agreements.accession.stage is 'DRAFT bozza, APPROVED deliberata, SIGNED firmata dall''ente, ACTIVE attiva, WITHDRAWN recessa';
comment on column agreements.accession.published_on is 'Primo giorno di pubblicazione all''albo';
comment on column agreements.accession.immediate is 'Dichiarata immediatamente eseguibile (art. 134 c. 4 TUEL)';
comment on column agreements.accession.enforceable_from is 'Primo giorno di esecutività (art. 134 TUEL)';
comment on column agreements.accession.starts_on is 'Primo giorno di adesione';
comment on column agreements.accession.ends_on is 'Ultimo giorno di adesione, salvo recesso';
comment on column agreements.accession.withdrawn_on is 'Ultimo giorno di adesione dopo il recesso';
create index accession_scheme on agreements.accession (centre_id, scheme_id);
create index accession_organization on agreements.accession (centre_id, organization_id);
select opencit.protect('agreements.accession');

create table agreements.transition (
    centre_id    bigint      not null default opencit.current_centre() references centres.centre,
    id           bigint      generated always as identity,
    accession_id bigint      not null,
    act          text        not null check (act in ('APPROVAL', 'SIGNATURE', 'COUNTERSIGNATURE', 'WITHDRAWAL', 'RENEWAL', 'ANNULMENT')),
    summary      text        not null check (summary <> ''),
    recorded_by  text        not null default opencit.current_actor(),
    recorded_at  timestamptz not null default clock_timestamp(),
    primary key (centre_id, id),
    foreign key (centre_id, accession_id) references agreements.accession (centre_id, id) on delete cascade
);
comment on table agreements.transition is 'Gli atti registrati su ogni adesione: chi, quando, che cosa e perché';
create index transition_accession on agreements.transition (centre_id, accession_id);
select opencit.protect('agreements.transition');

create table agreements.accession_document (
    centre_id     bigint not null default opencit.current_centre() references centres.centre,
    id            bigint generated always as identity,
    accession_id  bigint not null,
    file_id       bigint not null,
    transition_id bigint,
    role          text   not null check (role in ('DELIBERA', 'SIGNED_AGREEMENT', 'OTHER')),
    primary key (centre_id, id),
    foreign key (centre_id, accession_id) references agreements.accession (centre_id, id) on delete cascade,
    foreign key (centre_id, file_id) references documents.file (centre_id, id),
    foreign key (centre_id, transition_id) references agreements.transition (centre_id, id)
);
comment on column agreements.accession_document.role is 'DELIBERA delibera dell''ente, SIGNED_AGREEMENT convenzione firmata, OTHER altro';
create index accession_document_accession on agreements.accession_document (centre_id, accession_id);
select opencit.protect('agreements.accession_document');

create table agreements.payer (
    centre_id       bigint       not null default opencit.current_centre() references centres.centre,
    id              bigint       generated always as identity,
    accession_id    bigint       not null,
    organization_id bigint       not null,
    percent         numeric(9,6) not null check (percent > 0 and percent <= 100),
    from_year       integer      not null check (from_year between 1900 and 2200),
    to_year         integer      check (to_year between from_year and 2200),
    act             text         not null default '',
    primary key (centre_id, id),
    foreign key (centre_id, accession_id) references agreements.accession (centre_id, id) on delete cascade,
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id),
    constraint one_share exclude using gist (
        centre_id with =, accession_id with =, organization_id with =, int4range(from_year, to_year, '[]') with &&)
);
comment on table agreements.payer is 'Chi paga, in tutto o in parte, la quota di un altro ente';
comment on column agreements.payer.percent is 'Per cento della quota del beneficiario';
comment on column agreements.payer.from_year is 'Prima quota annuale a cui si applica';
comment on column agreements.payer.to_year is 'Ultima quota annuale; vuoto se non si sa';
comment on column agreements.payer.act is 'Atto che lo stabilisce';
select opencit.protect('agreements.payer');
