-- SPDX-License-Identifier: EUPL-1.2
create schema campaigns;
comment on schema campaigns is 'Campagne: una volta l''anno ogni ente conferma, lascia o chiede i servizi dell''anno dopo';

create table campaigns.campaign (
    centre_id          bigint      not null default opencit.current_centre() references centres.centre,
    id                 bigint      generated always as identity,
    title              text        not null check (title <> ''),
    kind               text        not null check (kind in ('CONFIRMATION', 'NEEDS')),
    year               integer     not null check (year between 1990 and 2200),
    opens_on           date        not null,
    closes_on          date        not null,
    body_text          text        not null default '',
    reminder_days      integer[]   not null default '{}',
    announced          boolean     not null default true,
    with_others        boolean     not null default true,
    organization_kinds text[]      not null default '{}',
    members_only       boolean     not null default true,
    figure_kinds       text[]      not null default '{}',
    stage              text        not null default 'DRAFT',
    closed_at          timestamptz,
    closed_by          text        check (closed_by <> ''),
    version            integer     not null default 0,
    primary key (centre_id, id),
    unique (centre_id, title),
    constraint campaign_days check (closes_on >= opens_on),
    constraint campaign_stage check ( -- as in CampaignStage: who closed it, and when, from the closing on
        stage in ('DRAFT', 'SCHEDULED', 'OPEN', 'CLOSING', 'CLOSED')
        and num_nonnulls(closed_at, closed_by) = case when stage in ('CLOSING', 'CLOSED') then 2 else 0 end)
);
comment on table campaigns.campaign is 'Le campagne annuali: conferma dei servizi, schede dei fabbisogni';
comment on column campaigns.campaign.year is 'L''anno per cui si programma';
comment on column campaigns.campaign.opens_on is 'Primo giorno in cui gli enti possono compilare';
comment on column campaigns.campaign.closes_on is 'Scadenza: ultimo giorno in cui gli enti possono inviare';
comment on column campaigns.campaign.reminder_days is 'Quanti giorni prima della scadenza si sollecita chi non ha risposto';
comment on column campaigns.campaign.announced is 'Il giorno dell''apertura parte un messaggio a ogni ente';
comment on column campaigns.campaign.with_others is 'La scheda mostra anche i servizi che l''ente non usa';
comment on column campaigns.campaign.organization_kinds is 'Tipi di ente invitati; vuoto: tutti';
comment on column campaigns.campaign.figure_kinds is 'I dati da confermare, per esempio WORKSTATIONS';
comment on column campaigns.campaign.stage is 'DRAFT in preparazione, SCHEDULED si apre da sé nel suo giorno, OPEN aperta, CLOSING chiusura iniziata, CLOSED chiusa';
select opencit.protect('campaigns.campaign');

create table campaigns.sheet (
    centre_id         bigint      not null default opencit.current_centre() references centres.centre,
    id                bigint      generated always as identity,
    campaign_id       bigint      not null,
    organization_id   bigint      not null,
    stage             text        not null default 'UNTOUCHED',
    notes             text        not null default '',
    opened_at         timestamptz,
    opened_by         text        check (opened_by <> ''),
    saved_at          timestamptz,
    saved_by          text        check (saved_by <> ''),
    answered_at       timestamptz,
    answered_by       text        check (answered_by <> ''),
    answered_on       date,
    channel           text        check (channel in ('AREA', 'PAPER', 'PEC', 'API')),
    protocol_number   text        check (protocol_number ~ '^\d{1,20}$'),
    protocol_date     date,
    open_until        date,
    file_id           bigint,
    settled_at        timestamptz,
    version           integer     not null default 0,
    primary key (centre_id, id),
    unique (centre_id, campaign_id, organization_id),
    foreign key (centre_id, campaign_id) references campaigns.campaign (centre_id, id) on delete cascade,
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id),
    foreign key (centre_id, file_id) references documents.file (centre_id, id),
    constraint sheet_stage check ( -- as in SheetStage
        stage in ('UNTOUCHED', 'STARTED', 'ANSWERED')
        and (stage = 'UNTOUCHED') = (saved_at is null)
        and num_nonnulls(saved_at, saved_by) in (0, 2)
        and num_nonnulls(answered_at, answered_by, answered_on, channel) = case stage when 'ANSWERED' then 4 else 0 end),
    constraint sheet_protocol check (num_nonnulls(protocol_number, protocol_date) in (0, 2))
);
comment on table campaigns.sheet is 'La scheda di ogni ente in una campagna';
comment on column campaigns.sheet.stage is 'UNTOUCHED mai salvata, STARTED iniziata, ANSWERED inviata';
comment on column campaigns.sheet.opened_by is 'La prima persona dell''ente che l''ha aperta';
comment on column campaigns.sheet.answered_by is 'Chi ha risposto per l''ente';
comment on column campaigns.sheet.answered_on is 'Giorno della risposta: per la carta e la PEC quello del documento';
comment on column campaigns.sheet.channel is 'AREA dalla pagina dell''ente, PAPER su carta, PEC, API da un altro programma';
comment on column campaigns.sheet.protocol_number is 'Testo con gli zeri iniziali, com''è scritto dal registro';
comment on column campaigns.sheet.open_until is 'Termine concesso a questo ente; vuoto: la scadenza della campagna';
comment on column campaigns.sheet.file_id is 'La scheda inviata, in PDF/A';
comment on column campaigns.sheet.settled_at is 'Quando dati e recapiti sono passati nelle schede degli enti, alla chiusura';
create index sheet_organization on campaigns.sheet (centre_id, organization_id);
create index sheet_file on campaigns.sheet (centre_id, file_id);
select opencit.protect('campaigns.sheet');

create table campaigns.line (
    centre_id       bigint      not null default opencit.current_centre() references centres.centre,
    id              bigint      generated always as identity,
    sheet_id        bigint      not null,
    offering_id     bigint      not null,
    subscription_id bigint,
    answer          text,
    quantities      jsonb       not null default '{}' check (jsonb_typeof(quantities) = 'object'),
    variant         text        not null default '',
    note            text        not null default '',
    outcome         text        check (outcome in ('RENEWED', 'WENT_ON', 'MORE_ASKED', 'TERMINATED', 'REQUESTED', 'NOTHING', 'TO_DECIDE', 'LEFT')),
    why             text        not null default '',
    requested_id    bigint,
    settled_at      timestamptz,
    settled_by      text,
    primary key (centre_id, id),
    unique (centre_id, sheet_id, offering_id),
    foreign key (centre_id, sheet_id) references campaigns.sheet (centre_id, id) on delete cascade,
    foreign key (centre_id, offering_id) references catalogue.offering (centre_id, id),
    foreign key (centre_id, subscription_id) references subscriptions.subscription (centre_id, id) on delete cascade,
    foreign key (centre_id, requested_id) references subscriptions.subscription (centre_id, id) on delete cascade,
    constraint line_answer check (
        answer in ('RENEW', 'GIVE_UP', 'MORE') and subscription_id is not null
        or answer in ('INTERESTED', 'NOT_INTERESTED') and subscription_id is null
        or answer is null),
    constraint line_quantities check (quantities = '{}' or answer = 'MORE'),
    constraint line_settled check ((outcome is null) = (settled_at is null) and (settled_at is null) = (settled_by is null)),
    constraint line_requested check (requested_id is null or outcome = 'REQUESTED')
);
comment on table campaigns.line is 'Una riga per ogni servizio in uso, e per ogni altro a cui l''ente ha risposto';
comment on column campaigns.line.subscription_id is 'Il servizio in uso; vuoto per un servizio che l''ente non usa';
comment on column campaigns.line.answer is 'RENEW rinnova, GIVE_UP rinuncia, MORE rinnova e ne chiede di più, INTERESTED interessato, NOT_INTERESTED no';
comment on column campaigns.line.quantities is 'Le quantità chieste, come totali, per chiave della tariffa';
comment on column campaigns.line.outcome is 'Che cosa ne è stato alla chiusura: RENEWED rinnovato, WENT_ON proseguito da sé, MORE_ASKED rinnovato con richiesta di altre quantità, TERMINATED disdetta, REQUESTED richiesta aperta, NOTHING niente da fare, TO_DECIDE da decidere, LEFT lasciato così';
comment on column campaigns.line.why is 'Il motivo, quando serve una decisione o è stata presa';
comment on column campaigns.line.requested_id is 'La richiesta aperta da questa riga';
create index line_offering on campaigns.line (centre_id, offering_id);
create index line_subscription on campaigns.line (centre_id, subscription_id);
create index line_requested_id on campaigns.line (centre_id, requested_id);
create index line_to_decide on campaigns.line (centre_id, sheet_id) where outcome = 'TO_DECIDE';
select opencit.protect('campaigns.line');

create table campaigns.figure (
    centre_id bigint        not null default opencit.current_centre() references centres.centre,
    id        bigint        generated always as identity,
    sheet_id  bigint        not null,
    kind      text          not null check (kind <> ''),
    value     numeric(16,4) not null check (value >= 0),
    primary key (centre_id, id),
    unique (centre_id, sheet_id, kind),
    foreign key (centre_id, sheet_id) references campaigns.sheet (centre_id, id) on delete cascade
);
comment on table campaigns.figure is 'I dati che l''ente conferma o corregge, per esempio le postazioni';
select opencit.protect('campaigns.figure');

create table campaigns.contact (
    centre_id bigint  not null default opencit.current_centre() references centres.centre,
    id        bigint  generated always as identity,
    sheet_id  bigint  not null,
    person_id bigint,
    role      text    not null,
    name      text    not null check (name <> ''),
    email     text    not null default '',
    phone     text    not null default '',
    gone      boolean not null default false,
    primary key (centre_id, id),
    foreign key (centre_id, sheet_id) references campaigns.sheet (centre_id, id) on delete cascade,
    foreign key (centre_id, person_id) references organizations.person (centre_id, id),
    constraint contact_gone check (not gone or person_id is not null)
);
comment on table campaigns.contact is 'Le persone dell''ente come la scheda le conferma, le corregge o le aggiunge';
comment on column campaigns.contact.person_id is 'La persona già nota; vuoto per una nuova';
comment on column campaigns.contact.gone is 'Non ha più l''incarico';
create index contact_sheet on campaigns.contact (centre_id, sheet_id);
create index contact_person on campaigns.contact (centre_id, person_id);
select opencit.protect('campaigns.contact');

create table campaigns.reminder (
    centre_id       bigint      not null default opencit.current_centre() references centres.centre,
    id              bigint      generated always as identity,
    campaign_id     bigint      not null,
    occasion        text        not null check (occasion <> ''),
    sent_on         date        not null,
    bodies          integer     not null check (bodies >= 0),
    mails           integer     not null check (mails >= 0),
    without_address integer     not null check (without_address >= 0),
    sent_by         text        not null default opencit.current_actor(),
    primary key (centre_id, id),
    unique (centre_id, campaign_id, occasion),
    foreign key (centre_id, campaign_id) references campaigns.campaign (centre_id, id) on delete cascade
);
comment on table campaigns.reminder is 'I giri di messaggi di una campagna: apertura, solleciti automatici e a mano';
comment on column campaigns.reminder.occasion is 'opening, before-7 (giorni prima della scadenza), by-hand-2026-12-01: ciascuno una volta sola';
select opencit.protect('campaigns.reminder');

create table campaigns.reminded (
    centre_id       bigint not null default opencit.current_centre() references centres.centre,
    id              bigint generated always as identity,
    reminder_id     bigint not null,
    organization_id bigint not null,
    recipients      text   not null default '',
    primary key (centre_id, id),
    unique (centre_id, reminder_id, organization_id),
    foreign key (centre_id, reminder_id) references campaigns.reminder (centre_id, id) on delete cascade,
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id)
);
comment on table campaigns.reminded is 'A chi è andato ogni giro di messaggi';
comment on column campaigns.reminded.recipients is 'Gli indirizzi, separati da virgole; vuoto se l''ente non ne ha';
create index reminded_organization on campaigns.reminded (centre_id, organization_id);
select opencit.protect('campaigns.reminded');
