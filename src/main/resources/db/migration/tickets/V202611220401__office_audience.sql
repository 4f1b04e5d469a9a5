-- SPDX-License-Identifier: EUPL-1.2
alter table tickets.ticket
    drop constraint ticket_audience_check,
    add constraint ticket_audience_check check (audience in ('OWN', 'OFFICE', 'BODY', 'NAMED')),
    add column office text not null default '',
    add constraint ticket_office check ((audience = 'OFFICE') = (office <> ''));
comment on column tickets.ticket.office is 'L''ufficio dell''ente che lo vede, come si chiamava quando si è scelto; vuoto se non lo vede un ufficio';
