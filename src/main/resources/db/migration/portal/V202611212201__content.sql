-- SPDX-License-Identifier: EUPL-1.2
create schema portal;
comment on schema portal is 'Portale: il sito pubblico del centro e la sua redazione';

-- Italian stems, accents ignored: "perche" finds "perché".
create text search configuration portal.italian (copy = pg_catalog.italian);
alter text search configuration portal.italian
    alter mapping for hword, hword_part, word with public.unaccent, italian_stem;

create table portal.content (
    centre_id     bigint      not null default opencit.current_centre() references centres.centre,
    id            bigint      generated always as identity,
    kind          text        not null check (kind in ('PAGE', 'NEWS', 'EVENT', 'PROJECT')),
    section       text        not null default '' check (section in ('', 'CIT', 'ASSISTENZA', 'LEGALE')),
    slug          text        not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
    state         text        not null default 'DRAFT' check (state in ('DRAFT', 'REVIEW', 'SCHEDULED', 'PUBLISHED', 'ARCHIVED')),
    latest        integer     not null default 1,
    published     integer,
    published_at  timestamptz,
    changed_at    timestamptz,
    scheduled_at  timestamptz,
    title         text        not null default '',
    summary       text        not null default '',
    english       boolean     not null default false,
    starts_at     timestamptz,
    ends_at       timestamptz,
    weight        integer     not null default 100,
    document      tsvector    not null default '',
    version       integer     not null default 0,
    primary key (centre_id, id),
    unique (centre_id, kind, slug),
    check ((section <> '') = (kind = 'PAGE')),
    check ((published is null) = (published_at is null)),
    check ((state = 'SCHEDULED') = (scheduled_at is not null)),
    check (state <> 'ARCHIVED' or published is null),
    check (state <> 'PUBLISHED' or published = latest)
);
comment on table portal.content is 'Contenuti del portale: pagine, notizie, eventi, progetti';
comment on column portal.content.state is 'Stato dell''ultima versione; quella pubblicata resta in vista mentre se ne prepara un''altra';
comment on column portal.content.published is 'Versione che il pubblico legge; vuota quando non ne legge nessuna';
comment on column portal.content.published_at is 'Prima pubblicazione: la data della notizia';
comment on column portal.content.changed_at is 'Ultima pubblicazione';
comment on column portal.content.title is 'Della versione pubblicata (o dell''ultima, finché non ce n''è una), come sintesi e date: gli elenchi leggono solo qui';
comment on column portal.content.english is 'Se la versione pubblicata ha una traduzione in inglese';
comment on column portal.content.weight is 'Ordine nella sezione';
comment on column portal.content.document is 'Parole della versione pubblicata';
create index content_shown on portal.content (centre_id, kind, published_at desc, id desc) where published is not null;
create index content_starting on portal.content (centre_id, starts_at, id) where published is not null and kind = 'EVENT';
create index content_scheduled on portal.content (centre_id, scheduled_at) where scheduled_at is not null;
create index content_words on portal.content using gin (document) where published is not null;
create index content_edited on portal.content (centre_id, kind, state, id);
select opencit.protect('portal.content');

create table portal.content_version (
    centre_id        bigint      not null default opencit.current_centre(),
    content_id       bigint      not null,
    number           integer     not null check (number > 0),
    title            text        not null check (title <> ''),
    summary          text        not null default '',
    body             text        not null default '',
    title_en         text        not null default '',
    summary_en       text        not null default '',
    body_en          text        not null default '',
    picture_id       bigint,
    starts_at        timestamptz,
    ends_at          timestamptz,
    place            text        not null default '',
    seats            integer     check (seats > 0),
    enrol_until      timestamptz,
    project_state    text        check (project_state in ('PLANNED', 'RUNNING', 'DONE', 'SUSPENDED')),
    progress         integer     check (progress between 0 and 100),
    project_from     date,
    project_to       date,
    attachments      jsonb       not null default '[]',
    note             text        not null default '',
    author           text        not null default opencit.current_actor(),
    author_name      text        not null,
    at               timestamptz not null,
    primary key (centre_id, content_id, number),
    foreign key (centre_id, content_id) references portal.content (centre_id, id),
    check (ends_at is null or ends_at >= starts_at)
);
comment on table portal.content_version is 'Tutte le versioni di un contenuto: non si cambiano, se ne aggiunge un''altra';
comment on column portal.content_version.body is 'Markdown';
comment on column portal.content_version.seats is 'Posti di un evento a iscrizione; vuoto quando l''iscrizione non serve';
comment on column portal.content_version.attachments is 'File allegati con il loro titolo: [{"file": 12, "title": "Locandina"}]';
select opencit.protect('portal.content_version');
revoke update, delete on portal.content_version from ${app};
