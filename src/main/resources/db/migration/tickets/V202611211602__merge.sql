-- SPDX-License-Identifier: EUPL-1.2
-- Written only together with a row of ticket_merge, which refers to both: creating tickets pays no check for it.
alter table tickets.ticket
    add column merged_into bigint,
    add constraint ticket_merged check (merged_into is null or merged_into <> id and state = 'CLOSED');
comment on column tickets.ticket.merged_into is 'Il ticket con cui prosegue, per un doppione';

create table tickets.ticket_merge (
    centre_id      bigint      not null default opencit.current_centre() references centres.centre,
    id             bigint      generated always as identity,
    ticket_id      bigint      not null,
    into_id        bigint      not null,
    merged_at      timestamptz not null,
    merged_by      text        not null default opencit.current_actor(),
    merged_by_name text        not null,
    standing       jsonb       not null,
    audience       text        not null,
    observers      text[]      not null default '{}',
    undone_at      timestamptz,
    undone_by      text        not null default '',
    primary key (centre_id, id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id),
    foreign key (centre_id, into_id) references tickets.ticket (centre_id, id),
    check (ticket_id <> into_id)
);
comment on table tickets.ticket_merge is 'Doppioni uniti a un altro ticket dello stesso ente';
comment on column tickets.ticket_merge.standing is 'Come stava il ticket prima, per annullare';
comment on column tickets.ticket_merge.audience is 'Chi vedeva nell''ente il ticket che resta, prima';
comment on column tickets.ticket_merge.observers is 'Chi segue il ticket che resta per effetto dell''unione';
create unique index ticket_merge_once on tickets.ticket_merge (centre_id, ticket_id) where undone_at is null;
create index ticket_merge_into on tickets.ticket_merge (centre_id, into_id) where undone_at is null;
select opencit.protect('tickets.ticket_merge');
revoke delete on tickets.ticket_merge from ${app};
