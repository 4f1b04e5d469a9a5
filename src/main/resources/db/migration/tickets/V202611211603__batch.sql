-- SPDX-License-Identifier: EUPL-1.2
create table tickets.batch (
    centre_id    bigint      not null default opencit.current_centre() references centres.centre,
    id           bigint      generated always as identity,
    what         text        not null check (what <> ''),
    done_at      timestamptz not null,
    done_by      text        not null default opencit.current_actor(),
    done_by_name text        not null,
    undone_at    timestamptz,
    undone_by    text        not null default '',
    primary key (centre_id, id)
);
comment on table tickets.batch is 'La stessa cosa fatta insieme a molti ticket';
comment on column tickets.batch.what is 'Che cosa, in parole';
select opencit.protect('tickets.batch');
revoke delete on tickets.batch from ${app};

create table tickets.batch_line (
    centre_id bigint  not null default opencit.current_centre() references centres.centre,
    batch_id  bigint  not null,
    ticket_id bigint  not null,
    standing  jsonb,
    version   integer,
    why       text    not null default '',
    primary key (centre_id, batch_id, ticket_id),
    foreign key (centre_id, batch_id) references tickets.batch (centre_id, id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id),
    check (num_nonnulls(standing, version) = case why when '' then 2 else 0 end)
);
comment on table tickets.batch_line is 'I ticket di un lavoro insieme: come stavano prima, o perché sono restati com''erano';
comment on column tickets.batch_line.version is 'Versione del ticket subito dopo: se non è più quella, intanto è andato avanti e non si annulla';
select opencit.protect('tickets.batch_line');
revoke update, delete on tickets.batch_line from ${app};
