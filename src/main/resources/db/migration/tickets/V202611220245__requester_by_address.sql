-- SPDX-License-Identifier: EUPL-1.2
-- Who asks for the tickets of an address by the API, from the latest.
create index ticket_requester_address on tickets.ticket (centre_id, lower(requester_email), opened_at, id)
    where requester_email <> '';
