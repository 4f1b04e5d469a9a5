-- SPDX-License-Identifier: EUPL-1.2
create table portal.picture (
    centre_id bigint      not null default opencit.current_centre() references centres.centre,
    id        bigint      generated always as identity,
    words     text        not null check (words <> '' and length(words) <= 300),
    credit    text        not null default '' check (length(credit) <= 200),
    name      text        not null,
    sha256    text        not null,
    width     integer     not null check (width > 0),
    height    integer     not null check (height > 0),
    widths    integer[]   not null check (cardinality(widths) > 0),
    added_at  timestamptz not null,
    added_by  text        not null,
    version   integer     not null default 0,
    primary key (centre_id, id),
    unique (centre_id, sha256)
);
comment on table portal.picture is 'Le immagini della biblioteca del centro';
comment on column portal.picture.words is 'Testo alternativo: che cosa si vede, per chi non la vede';
comment on column portal.picture.credit is 'Di chi è la fotografia';
comment on column portal.picture.name is 'Nome del file sul computer di chi l''ha caricata';
comment on column portal.picture.sha256 is 'Del file caricato, che non si conserva: la stessa immagine si carica una volta sola';
comment on column portal.picture.widths is 'Larghezze in cui si può chiedere, in pixel, crescenti';
select opencit.protect('portal.picture');

create table portal.picture_size (
    centre_id  bigint  not null default opencit.current_centre() references centres.centre,
    picture_id bigint  not null,
    width      integer not null,
    content    bytea   not null,
    primary key (centre_id, picture_id, width),
    foreign key (centre_id, picture_id) references portal.picture (centre_id, id)
);
comment on table portal.picture_size is 'L''immagine in una larghezza, WebP: si fa al caricamento e non cambia';
call opencit.isolate('portal.picture_size');
grant select, insert, delete on portal.picture_size to ${app};

alter table portal.content_version
    add foreign key (centre_id, picture_id) references portal.picture (centre_id, id);

create table portal.picture_use (
    centre_id  bigint  not null default opencit.current_centre() references centres.centre,
    content_id bigint  not null,
    number     integer not null,
    picture_id bigint  not null,
    primary key (centre_id, content_id, number, picture_id),
    foreign key (centre_id, content_id, number) references portal.content_version (centre_id, content_id, number),
    foreign key (centre_id, picture_id) references portal.picture (centre_id, id)
);
comment on table portal.picture_use is 'Le versioni che mostrano un''immagine, accanto al testo o dentro: finché ce n''è una l''immagine resta';
create index picture_use_of on portal.picture_use (centre_id, picture_id);
call opencit.isolate('portal.picture_use');
grant select, insert on portal.picture_use to ${app};

-- Whoever writes a version, and with whatever words, the pictures it shows are known.
create function portal.note_pictures() returns trigger
    language plpgsql as $$
begin
    insert into portal.picture_use (centre_id, content_id, number, picture_id)
    select p.centre_id, new.content_id, new.number, p.id
      from portal.picture p
     where p.centre_id = new.centre_id
       and (p.id = new.picture_id
            or p.id in (select hit[1]::bigint
                          from regexp_matches(new.body || ' ' || new.body_en, '/immagini/(\d{1,18})/', 'g') hit));
    return null;
end $$;
create trigger note_pictures after insert on portal.content_version
    for each row execute function portal.note_pictures();
