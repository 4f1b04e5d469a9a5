-- SPDX-License-Identifier: EUPL-1.2
-- Why a change was made, where the transaction said so: the column's default reads it, the trigger stays as it is.
alter table opencit.audit_entry add column why text default nullif(current_setting('opencit.why', true), '');
comment on column opencit.audit_entry.why is 'Il motivo, quando la transazione lo ha detto e la riga non lo contiene';

-- Entries come in the order of time: a summary of blocks finds a period and costs a writer nothing.
create index audit_entry_at on opencit.audit_entry using brin (at);
