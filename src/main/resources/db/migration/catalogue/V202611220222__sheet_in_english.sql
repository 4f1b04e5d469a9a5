-- SPDX-License-Identifier: EUPL-1.2
alter table catalogue.service_sheet
    add column english jsonb not null default '{}' check (jsonb_typeof(english) = 'object');
comment on column catalogue.service_sheet.english is 'I blocchi tradotti in inglese, con nome e sintesi del servizio: {"title": "Certified e-mail", "subject": "…"}';
