-- SPDX-License-Identifier: EUPL-1.2
alter table notices.mail add column headers jsonb not null default '{}';
comment on column notices.mail.headers is 'Intestazioni in più: il filo della conversazione, a chi rispondere';
