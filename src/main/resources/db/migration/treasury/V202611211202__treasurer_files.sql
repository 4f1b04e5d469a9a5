-- SPDX-License-Identifier: EUPL-1.2
-- What the treasurer sends: files, the pages of the journal, its movements.

create table treasury.import (
    centre_id   bigint      not null default opencit.current_centre() references centres.centre,
    id          bigint      generated always as identity,
    kind        text        not null check (kind in ('CSV', 'JOURNAL')),
    file_name   text        not null check (file_name <> ''),
    digest      text        not null check (digest ~ '^[0-9a-f]{64}$'),
    settings    jsonb,
    uploaded_at timestamptz not null,
    uploaded_by text        not null default opencit.current_actor(),
    applied_at  timestamptz,
    applied_by  text,
    created     integer,
    changed     integer,
    unchanged   integer,
    refused     integer,
    primary key (centre_id, id),
    check (num_nulls(applied_at, applied_by, created, changed, unchanged, refused) in (0, 6))
);
comment on table treasury.import is 'File del tesoriere: caricati, visti in anteprima, importati';
comment on column treasury.import.digest is 'Impronta SHA-256 del contenuto: lo stesso file si riconosce';
comment on column treasury.import.settings is 'Per un CSV: quale colonna è che cosa';
create index import_digest on treasury.import (centre_id, digest);
select opencit.protect('treasury.import');

create table treasury.import_file (
    centre_id bigint  not null default opencit.current_centre() references centres.centre,
    import_id bigint  not null,
    position  integer not null,
    file_name text    not null,
    content   bytea   not null,
    primary key (centre_id, import_id, position),
    foreign key (centre_id, import_id) references treasury.import (centre_id, id) on delete cascade
);
comment on column treasury.import_file.content is 'Il file come è arrivato, compresso';
select opencit.protect('treasury.import_file');
-- The trail says who brought which file; the file itself is here, once.
create function treasury.record_file() returns trigger
    language plpgsql as $$
begin
    insert into opencit.audit_entry (centre_id, action, table_name, row_id, before, after)
    values (coalesce(new.centre_id, old.centre_id), tg_op, 'treasury.import_file',
            coalesce(new.import_id, old.import_id) || '/' || coalesce(new.position, old.position),
            to_jsonb(old) - 'content', to_jsonb(new) - 'content');
    return null;
end $$;
drop trigger audit on treasury.import_file;
create trigger audit after insert or update or delete on treasury.import_file
    for each row execute function treasury.record_file();

create table treasury.csv_settings (
    centre_id bigint not null default opencit.current_centre() references centres.centre,
    settings  jsonb  not null,
    primary key (centre_id)
);
comment on table treasury.csv_settings is 'Le colonne scelte per l''ultimo CSV del tesoriere, da riproporre';
select opencit.protect('treasury.csv_settings');

create table treasury.journal_page (
    centre_id   bigint  not null default opencit.current_centre() references centres.centre,
    id          bigint  generated always as identity,
    flow        text    not null check (flow <> ''),
    page        integer not null check (page > 0),
    pages       integer not null check (pages >= page),
    exercise    integer not null check (exercise between 1900 and 2200),
    as_of       date    not null,
    import_id   bigint  not null,
    primary key (centre_id, id),
    unique (centre_id, flow, page),
    foreign key (centre_id, import_id) references treasury.import (centre_id, id)
);
comment on table treasury.journal_page is 'Pagine del giornale di cassa OPI già importate; la stessa due volte non conta due volte';
comment on column treasury.journal_page.flow is 'identificativo_flusso_BT, senza la parte della pagina';
comment on column treasury.journal_page.as_of is 'data_riferimento_GdC';
select opencit.protect('treasury.journal_page');

create table treasury.journal_movement (
    centre_id   bigint        not null default opencit.current_centre() references centres.centre,
    id          bigint        generated always as identity,
    page_id     bigint        not null,
    import_id   bigint        not null,
    position    integer       not null,
    exercise    integer       not null,
    document    text          not null check (document in ('REVERSALE', 'SOSPESO ENTRATA')),
    operation   text          not null check (operation in ('ESEGUITO', 'STORNATO', 'REGOLARIZZATO', 'RIPRISTINATO')),
    number      bigint        not null check (number >= 0),
    line        bigint        not null,
    amount      numeric(14,2) not null check (amount >= 0),
    moved_on    date          not null,
    payer_name  text          not null default '',
    payer_code  text          not null default '',
    reason      text          not null default '',
    execution   text          not null default '',
    reference   text          not null default '',
    fingerprint text          not null,
    primary key (centre_id, id),
    unique (centre_id, page_id, position),
    foreign key (centre_id, page_id) references treasury.journal_page (centre_id, id),
    foreign key (centre_id, import_id) references treasury.import (centre_id, id)
);
comment on table treasury.journal_movement is 'Movimenti di entrata del giornale di cassa: sospesi e reversali';
comment on column treasury.journal_movement.line is 'progressivo_documento';
comment on column treasury.journal_movement.fingerprint is 'Tutto ciò che lo distingue: uno uguale in un altro flusso è lo stesso, mandato di nuovo';
create index journal_movement_document on treasury.journal_movement (centre_id, exercise, document, number);
create index journal_movement_import on treasury.journal_movement (centre_id, import_id);
create index journal_movement_fingerprint on treasury.journal_movement (centre_id, fingerprint);
select opencit.protect('treasury.journal_movement');

create table treasury.journal_link (
    centre_id   bigint        not null default opencit.current_centre() references centres.centre,
    id          bigint        generated always as identity,
    movement_id bigint        not null,
    exercise    integer       not null,
    number      bigint        not null,
    amount      numeric(14,2) not null,
    primary key (centre_id, id),
    foreign key (centre_id, movement_id) references treasury.journal_movement (centre_id, id)
);
create index journal_link_movement on treasury.journal_link (centre_id, movement_id);
comment on table treasury.journal_link is 'Quale provvisorio regolarizza una reversale, e per quanto; negativo se la reversale è stornata';
create index journal_link_provvisorio on treasury.journal_link (centre_id, exercise, number);
select opencit.protect('treasury.journal_link');

-- A file brings a hundred thousand rows: the trail takes those added a statement at a time, those changed one by one.
create function treasury.record_added() returns trigger
    language plpgsql as $$
begin
    insert into opencit.audit_entry (centre_id, action, table_name, row_id, after)
    select a.centre_id, 'INSERT', tg_table_schema || '.' || tg_table_name, a.id::text, to_jsonb(a) from added a;
    return null;
end $$;
drop trigger audit on treasury.provvisorio;
create trigger audit after insert on treasury.provvisorio
    referencing new table as added for each statement execute function treasury.record_added();
create trigger audit_changes after update or delete on treasury.provvisorio
    for each row execute function opencit.record_change();
drop trigger audit on treasury.journal_movement;
create trigger audit after insert on treasury.journal_movement
    referencing new table as added for each statement execute function treasury.record_added();
create trigger audit_changes after update or delete on treasury.journal_movement
    for each row execute function opencit.record_change();
drop trigger audit on treasury.journal_link;
create trigger audit after insert on treasury.journal_link
    referencing new table as added for each statement execute function treasury.record_added();
create trigger audit_changes after update or delete on treasury.journal_link
    for each row execute function opencit.record_change();
drop trigger audit on treasury.accertamento;
create trigger audit after insert on treasury.accertamento
    referencing new table as added for each statement execute function treasury.record_added();
create trigger audit_changes after update or delete on treasury.accertamento
    for each row execute function opencit.record_change();
