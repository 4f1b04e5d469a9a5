-- SPDX-License-Identifier: EUPL-1.2
-- Without these the few tickets of a rare category or service were looked for in all those of the centre.
create index ticket_category on tickets.ticket (centre_id, category_id, opened_at, id);
create index ticket_service on tickets.ticket (centre_id, lower(service)) where service <> '';
analyze tickets.ticket; -- how common each service is
