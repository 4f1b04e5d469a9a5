-- SPDX-License-Identifier: EUPL-1.2
create schema documents;
comment on schema documents is 'Documenti: i file degli atti';

create table documents.file (
    centre_id   bigint      not null default opencit.current_centre() references centres.centre,
    id          bigint      generated always as identity,
    name        text        not null check (name <> '' and length(name) <= 200),
    media_type  text        not null check (media_type in ('application/pdf', 'application/pkcs7-mime', 'image/png', 'image/jpeg')),
    size        bigint      not null check (size between 1 and 15728640),
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    uploaded_by text        not null default opencit.current_actor(),
    uploaded_at timestamptz not null default now(),
    primary key (centre_id, id)
);
comment on table documents.file is 'File ricevuti; il contenuto sta nella cartella dei file, sotto la sua impronta';
comment on column documents.file.name is 'Nome del file sul computer di chi lo ha caricato';
comment on column documents.file.size is 'Byte';
comment on column documents.file.sha256 is 'Impronta SHA-256 del contenuto';
select opencit.protect('documents.file');
