-- SPDX-License-Identifier: EUPL-1.2
create table tickets.service_request (
    centre_id       bigint  not null default opencit.current_centre() references centres.centre,
    request_id      bigint  not null,
    ticket_id       bigint  not null,
    organization_id bigint  not null,
    renewed_year    integer,
    primary key (centre_id, request_id),
    foreign key (centre_id, request_id) references subscriptions.request (centre_id, id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id)
);
comment on table tickets.service_request is 'I ticket con cui viaggiano le richieste sui servizi: una richiesta ne ha uno solo';
comment on column tickets.service_request.renewed_year is 'Per i rinnovi, che di un ente e di un anno stanno in un ticket solo';
create unique index service_request_ticket on tickets.service_request (centre_id, ticket_id) where renewed_year is null;
create index service_request_renewals on tickets.service_request (centre_id, organization_id, renewed_year)
    where renewed_year is not null;
select opencit.protect('tickets.service_request');
revoke update, delete on tickets.service_request from ${app};
