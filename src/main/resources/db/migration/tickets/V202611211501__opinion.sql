-- SPDX-License-Identifier: EUPL-1.2
create table tickets.opinion (
    centre_id  bigint      not null default opencit.current_centre() references centres.centre,
    ticket_id  bigint      not null,
    score      smallint    not null check (score between 1 and 5),
    text       text        not null default '' check (length(text) <= 2000),
    given_at   timestamptz not null,
    changed_at timestamptz not null,
    author     text        not null default '',
    primary key (centre_id, ticket_id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id),
    check (changed_at >= given_at)
);
comment on table tickets.opinion is 'Quanto chi ha chiesto è soddisfatto: un parere per ticket';
comment on column tickets.opinion.author is 'Chi l''ha dato entrando nella sua area; vuoto se dal collegamento ricevuto per posta';
create index opinion_given on tickets.opinion (centre_id, given_at);
select opencit.protect('tickets.opinion');
revoke delete on tickets.opinion from ${app};
