-- SPDX-License-Identifier: EUPL-1.2
create table portal.version_links (
    centre_id  bigint  not null default opencit.current_centre() references centres.centre,
    content_id bigint  not null,
    number     integer not null,
    links      jsonb   not null,
    primary key (centre_id, content_id, number),
    foreign key (centre_id, content_id, number) references portal.content_version (centre_id, content_id, number)
);
comment on table portal.version_links is 'I collegamenti e le immagini nei testi di una versione, letti una volta sola: una versione non cambia';
comment on column portal.version_links.links is 'Nel loro ordine: [{"english": false, "words": "Eventi", "address": "/eventi", "picture": false, "shown": true}]';
-- Read out of texts that are audited.
call opencit.isolate('portal.version_links');
grant select, insert on portal.version_links to ${app};

create table portal.outside_link (
    centre_id   bigint      not null default opencit.current_centre() references centres.centre,
    address     text        not null check (address ~ '^https?://' and length(address) <= 2000),
    due_at      timestamptz not null,
    checked_at  timestamptz,
    finding     text        check (finding in ('RIGHT', 'MOVED', 'GUARDED', 'NOT_FOUND', 'ERROR', 'SLOW', 'UNKNOWN', 'UNREACHABLE',
                                               'EXPIRED', 'CERTIFICATE', 'LOOP', 'PRIVATE', 'MISWRITTEN')),
    detail      text        not null default '',
    right_at    timestamptz,
    wrong_since timestamptz,
    wrong_at    timestamptz,
    primary key (centre_id, address),
    check ((finding is null) = (checked_at is null)),
    check ((wrong_since is null) = (finding is null or finding in ('RIGHT', 'MOVED', 'GUARDED'))),
    check (wrong_since is null or wrong_at is not null and wrong_at >= wrong_since)
);
comment on table portal.outside_link is 'Gli indirizzi di altri siti che stanno nei testi, e se si aprono';
comment on column portal.outside_link.due_at is 'Quando si controlla la prossima volta';
comment on column portal.outside_link.finding is 'Che cosa si è visto l''ultima volta; vuoto finché non si è guardato';
comment on column portal.outside_link.detail is 'Il numero della risposta, il nome del sito o il nuovo indirizzo, secondo che cosa si è visto';
comment on column portal.outside_link.right_at is 'L''ultima volta che si è aperto';
comment on column portal.outside_link.wrong_since is 'Da quando, ogni volta che si guarda, non si apre; vuoto se l''ultima volta si è aperto';
comment on column portal.outside_link.wrong_at is 'L''ultima volta che non si è aperto';
create index outside_link_due on portal.outside_link (centre_id, due_at);
-- What a program measured by itself, every night again: nobody's act.
call opencit.isolate('portal.outside_link');
grant select, insert, update, delete on portal.outside_link to ${app};
