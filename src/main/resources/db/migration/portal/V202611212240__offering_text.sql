-- SPDX-License-Identifier: EUPL-1.2
create table portal.offering_text (
    centre_id   bigint   not null default opencit.current_centre() references centres.centre,
    offering_id bigint   not null,
    document    tsvector not null,
    primary key (centre_id, offering_id),
    foreign key (centre_id, offering_id) references catalogue.offering (centre_id, id)
);
comment on table portal.offering_text is 'Le parole di ogni servizio e della sua scheda, per cercarlo nel sito';
create index offering_text_words on portal.offering_text using gin (document);
-- Made again from the catalogue whenever it changes: there is no history of its own to keep.
call opencit.isolate('portal.offering_text');
grant select, insert, update on portal.offering_text to ${app};
