-- SPDX-License-Identifier: EUPL-1.2
create table tickets.ticket_link (
    centre_id bigint      not null default opencit.current_centre() references centres.centre,
    id        bigint      generated always as identity,
    ticket_id bigint      not null,
    other_id  bigint      not null,
    kind      text        not null check (kind in ('RELATED', 'CHILD')),
    linked_at timestamptz not null,
    linked_by text        not null default opencit.current_actor(),
    primary key (centre_id, id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id),
    foreign key (centre_id, other_id) references tickets.ticket (centre_id, id),
    check (ticket_id <> other_id)
);
comment on table tickets.ticket_link is 'Ticket che hanno a che fare tra loro';
comment on column tickets.ticket_link.kind is 'CHILD: ticket_id fa parte del guasto comune other_id';
create unique index ticket_link_pair on tickets.ticket_link (centre_id, least(ticket_id, other_id), greatest(ticket_id, other_id));
create unique index ticket_link_one_parent on tickets.ticket_link (centre_id, ticket_id) where kind = 'CHILD';
create index ticket_link_ticket on tickets.ticket_link (centre_id, ticket_id);
create index ticket_link_other on tickets.ticket_link (centre_id, other_id);
select opencit.protect('tickets.ticket_link');
revoke update on tickets.ticket_link from ${app};
