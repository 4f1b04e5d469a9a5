-- SPDX-License-Identifier: EUPL-1.2
-- How money is asked for: terms of the centre, channel of each payer, requests, reminders, credits.

create table receipts.terms (
    centre_id       bigint  not null default opencit.current_centre() references centres.centre,
    id              bigint  generated always as identity,
    due_rule        text    not null default 'AFTER_RECEIPT' check (due_rule in ('AFTER_RECEIPT', 'WITHIN_YEAR', 'BY_31_JANUARY')),
    due_days        integer not null default 30 check (due_days between 1 and 365),
    chapter         text    not null default '',
    treasury_kinds  text[]  not null,
    otherwise       text    not null default 'PAGOPA' check (otherwise in ('PAGOPA', 'BANK')),
    document        text    not null default 'REQUEST' check (document in ('REQUEST', 'INVOICE')),
    tax_code        text    not null default '' check (tax_code ~ '^(\d{11})?$'),
    segregation     text    not null default '' check (segregation ~ '^([0-3]\d|4[0-5])?$'),
    iban            text    not null default '' check (iban ~ '^([A-Z]{2}\d{2}[A-Z0-9]{11,30})?$'),
    treasury_account text   not null default '' check (treasury_account ~ '^(\d{1,7})?$'),
    first_days      integer not null default 15 check (first_days between 1 and 365),
    second_days     integer not null default 30 check (second_days between 1 and 365),
    formal_days     integer not null default 30 check (formal_days between 1 and 365),
    version         integer not null default 0,
    primary key (centre_id, id),
    unique (centre_id)
);
comment on table receipts.terms is 'Regole del centro per chiedere il dovuto';
comment on column receipts.terms.due_rule is 'AFTER_RECEIPT giorni dal ricevimento, WITHIN_YEAR richiesta entro il 31 ottobre e pagamento entro l''anno, BY_31_JANUARY entro il 31 gennaio dell''anno';
comment on column receipts.terms.treasury_kinds is 'Tipi di ente in Tesoreria Unica: pagano con girofondi';
comment on column receipts.terms.otherwise is 'Canale degli altri enti';
comment on column receipts.terms.document is 'REQUEST richiesta di versamento, INVOICE fattura elettronica: lo decide il centro, non si deduce';
comment on column receipts.terms.segregation is 'Codice di segregazione pagoPA';
comment on column receipts.terms.treasury_account is 'Conto di Tesoreria Unica presso la Banca d''Italia';
comment on column receipts.terms.first_days is 'Giorni dalla scadenza al primo sollecito';
comment on column receipts.terms.second_days is 'Giorni dal primo al secondo sollecito';
comment on column receipts.terms.formal_days is 'Giorni dal secondo sollecito alla diffida';
select opencit.protect('receipts.terms');

create table receipts.payer_terms (
    centre_id       bigint  not null default opencit.current_centre() references centres.centre,
    id              bigint  generated always as identity,
    organization_id bigint  not null,
    channel         text    check (channel in ('GIROFONDI', 'PAGOPA', 'BANK')),
    document        text    check (document in ('REQUEST', 'INVOICE')),
    email           text    not null default '',
    notes           text    not null default '',
    version         integer not null default 0,
    primary key (centre_id, id),
    unique (centre_id, organization_id),
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id)
);
comment on table receipts.payer_terms is 'Come si chiede il dovuto a un ente, quando è diverso dalla regola del centro';
comment on column receipts.payer_terms.email is 'Dove mandare richieste e solleciti; vuoto: il domicilio digitale dell''ente';
select opencit.protect('receipts.payer_terms');

create table receipts.payment_request (
    centre_id   bigint        not null default opencit.current_centre() references centres.centre,
    id          bigint        generated always as identity,
    year        integer       not null,
    number      integer       not null check (number > 0),
    issued_on   date          not null,
    run_id      bigint        not null,
    payer_id    bigint        not null,
    amount      numeric(14,2) not null check (amount > 0),
    channel     text          not null check (channel in ('GIROFONDI', 'PAGOPA', 'BANK')),
    document    text          not null check (document in ('REQUEST', 'INVOICE')),
    notice      text          check (notice ~ '^3\d{17}$'),
    state       text          not null default 'PREPARED' check (state in ('PREPARED', 'SENT')),
    sent_on     date,
    sent_to     text          not null default '',
    received_on date          check (received_on >= sent_on),
    due_on      date          check (due_on >= received_on),
    file_id     bigint,
    version     integer       not null default 0,
    primary key (centre_id, id),
    unique (centre_id, year, number),
    unique (centre_id, run_id, payer_id),
    unique (centre_id, notice),
    foreign key (centre_id, run_id) references receipts.dues_run (centre_id, id),
    foreign key (centre_id, payer_id) references organizations.organization (centre_id, id),
    foreign key (centre_id, file_id) references documents.file (centre_id, id),
    constraint request_sent check (num_nonnulls(sent_on, received_on, due_on) = case state when 'SENT' then 3 else 0 end)
);
comment on table receipts.payment_request is 'Richieste di pagamento: una per ente pagante e per approvazione';
comment on column receipts.payment_request.number is 'Progressivo nell''anno di emissione';
comment on column receipts.payment_request.notice is 'Numero avviso pagoPA, 18 cifre';
comment on column receipts.payment_request.due_on is 'Scadenza secondo la regola, dal ricevimento';
comment on column receipts.payment_request.file_id is 'Il documento inviato';
create index payment_request_payer on receipts.payment_request (centre_id, payer_id);
select opencit.protect('receipts.payment_request');

create table receipts.reminder (
    centre_id  bigint        not null default opencit.current_centre() references centres.centre,
    id         bigint        generated always as identity,
    request_id bigint        not null,
    step       text          not null check (step in ('FIRST', 'SECOND', 'FORMAL')),
    sent_on    date          not null,
    sent_to    text          not null default '',
    residual   numeric(14,2) not null check (residual > 0),
    pay_by     date          not null check (pay_by >= sent_on),
    file_id    bigint,
    primary key (centre_id, id),
    unique (centre_id, request_id, step),
    foreign key (centre_id, request_id) references receipts.payment_request (centre_id, id),
    foreign key (centre_id, file_id) references documents.file (centre_id, id)
);
comment on table receipts.reminder is 'Solleciti: nessuno riceve due volte lo stesso passo per la stessa richiesta';
comment on column receipts.reminder.step is 'FIRST primo sollecito, SECOND secondo sollecito, FORMAL diffida';
comment on column receipts.reminder.residual is 'Quanto mancava il giorno del sollecito';
select opencit.protect('receipts.reminder');

create table receipts.credit (
    centre_id bigint        not null default opencit.current_centre() references centres.centre,
    id        bigint        generated always as identity,
    line_id   bigint        not null,
    payer_id  bigint        not null,
    amount    numeric(14,2) not null check (amount > 0),
    primary key (centre_id, id),
    unique (centre_id, line_id),
    foreign key (centre_id, line_id) references receipts.due_line (centre_id, id),
    foreign key (centre_id, payer_id) references organizations.organization (centre_id, id)
);
comment on table receipts.credit is 'Parte di una rettifica a favore dell''ente che era già stata riscossa: resta a suo credito';
create index credit_payer on receipts.credit (centre_id, payer_id);
select opencit.protect('receipts.credit');
