-- SPDX-License-Identifier: EUPL-1.2
-- Who writes is looked for by its address however it is written: ticket_requester_address serves that too.
drop index tickets.ticket_requester_email;
