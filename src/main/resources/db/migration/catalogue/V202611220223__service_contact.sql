-- SPDX-License-Identifier: EUPL-1.2
alter table catalogue.service_sheet
    add column contact_name       text    not null default '',
    add column contact_role       text    not null default '',
    add column contact_phone      text    not null default '',
    add column contact_email      text    not null default '' check (contact_email = '' or contact_email like '_%@_%'),
    add column contact_pec        text    not null default '' check (contact_pec = '' or contact_pec like '_%@_%'),
    add column contact_of_partner boolean not null default false,
    add constraint contact_has_a_name check (contact_name <> ''
        or contact_role || contact_phone || contact_email || contact_pec = '' and not contact_of_partner);
comment on column catalogue.service_sheet.contact_name is 'Referente del servizio: persona o ufficio a cui gli enti si rivolgono; vuoto se non è indicato';
comment on column catalogue.service_sheet.contact_of_partner is 'Se il referente è del partner tecnologico e non del centro';
