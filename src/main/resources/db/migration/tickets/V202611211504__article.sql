-- SPDX-License-Identifier: EUPL-1.2
create table tickets.article (
    centre_id   bigint      not null default opencit.current_centre() references centres.centre,
    id          bigint      generated always as identity,
    title       text        not null check (title <> '' and length(title) <= 200),
    body        text        not null check (body <> '' and length(body) <= 50000),
    audience    text        not null check (audience in ('PUBLIC', 'MEMBERS', 'OFFICE')),
    state       text        not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    category_id bigint,
    ticket_id   bigint,
    version     integer     not null default 1 check (version > 0),
    changed_at  timestamptz not null,
    changed_by  text        not null,
    document    tsvector    not null generated always as (
                    setweight(to_tsvector('tickets.italian', title), 'A') || setweight(to_tsvector('tickets.italian', body), 'B')) stored,
    primary key (centre_id, id),
    foreign key (centre_id, category_id) references tickets.category (centre_id, id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id)
);
comment on table tickets.article is 'Le risposte che servono a più di uno';
comment on column tickets.article.body is 'Markdown (CommonMark), senza HTML';
comment on column tickets.article.ticket_id is 'Il ticket dalla cui risposta è nato';
create index article_ticket on tickets.article (centre_id, ticket_id) where ticket_id is not null;
select opencit.protect('tickets.article');
revoke delete on tickets.article from ${app};

create table tickets.article_version (
    centre_id  bigint      not null default opencit.current_centre() references centres.centre,
    article_id bigint      not null,
    version    integer     not null,
    title      text        not null,
    body       text        not null,
    audience   text        not null,
    state      text        not null,
    at         timestamptz not null,
    author     text        not null,
    primary key (centre_id, article_id, version),
    foreign key (centre_id, article_id) references tickets.article (centre_id, id)
);
comment on table tickets.article_version is 'Ogni versione di un articolo, compresa quella che vale';
select opencit.protect('tickets.article_version');
revoke update, delete on tickets.article_version from ${app};

create table tickets.article_feedback (
    centre_id  bigint      not null default opencit.current_centre() references centres.centre,
    article_id bigint      not null,
    author     text        not null,
    helpful    boolean     not null,
    text       text        not null default '' check (length(text) <= 2000),
    at         timestamptz not null,
    primary key (centre_id, article_id, author),
    foreign key (centre_id, article_id) references tickets.article (centre_id, id)
);
comment on table tickets.article_feedback is 'A chi un articolo è servito, e a chi no: l''ultima volta che ciascuno l''ha detto';
select opencit.protect('tickets.article_feedback');
revoke delete on tickets.article_feedback from ${app};
