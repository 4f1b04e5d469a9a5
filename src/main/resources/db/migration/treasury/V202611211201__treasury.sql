-- SPDX-License-Identifier: EUPL-1.2
create schema treasury;
comment on schema treasury is 'Tesoreria: accertamenti, provvisori di entrata, abbinamenti, riscossioni, giornale di cassa';

create table treasury.accertamento (
    centre_id         bigint        not null default opencit.current_centre() references centres.centre,
    id                bigint        generated always as identity,
    number            text          check (number ~ '^[1-9][0-9]{0,8}([./-][0-9]{1,4})?$'),
    year              integer       not null check (year between 1900 and 2200),
    fiscal_year       integer       not null check (fiscal_year between 1900 and 2200),
    act_kind          text          not null check (act_kind <> '' and length(act_kind) <= 100),
    act_number        text          not null check (act_number <> '' and length(act_number) <= 40),
    act_date          date          not null,
    beneficiary_id    bigint        not null,
    beneficiary_name  text          not null check (beneficiary_name <> '' and length(beneficiary_name) <= 300),
    payer_id          bigint        not null,
    payer_name        text          not null check (payer_name <> '' and length(payer_name) <= 300),
    object            text          not null check (object <> '' and length(object) <= 300),
    chapter           text          not null check (chapter <> '' and length(chapter) <= 300),
    amount            numeric(14,2) not null check (amount > 0),
    reduced           numeric(14,2) not null default 0 check (reduced >= 0),
    collected         numeric(14,2) not null default 0 check (collected >= 0),
    due               date,
    source            text          check (source <> ''),
    version           integer       not null default 0,
    residual          numeric(14,2) not null generated always as (amount - reduced - collected) stored,
    state             text          not null generated always as (
                          case when reduced = amount then 'CANCELLED'
                               when amount - reduced - collected = 0 then 'COLLECTED'
                               else 'ASSESSED' end) stored,
    number_order      bigint        not null generated always as (coalesce(substring(number from '^[0-9]+')::bigint, 0)) stored,
    beneficiary_plain text          not null generated always as (opencit.plain(beneficiary_name)) stored,
    payer_plain       text          not null generated always as (opencit.plain(payer_name)) stored,
    object_plain      text          not null generated always as (opencit.plain(object)) stored,
    owed_cents        bigint        not null generated always as (((amount - reduced) * 100)::bigint) stored,
    residual_cents    bigint        not null generated always as (((amount - reduced - collected) * 100)::bigint) stored,
    primary key (centre_id, id),
    foreign key (centre_id, beneficiary_id) references organizations.organization (centre_id, id),
    foreign key (centre_id, payer_id) references organizations.organization (centre_id, id),
    constraint accertamento_residual check (amount - reduced - collected >= 0)
);
comment on table treasury.accertamento is 'Accertamenti di entrata (art. 179 TUEL); sono anche le righe dei movimenti';
comment on column treasury.accertamento.number is 'Numero dato dalla ragioneria, senza anno; nullo finché non arriva';
comment on column treasury.accertamento.year is 'Anno dell''accertamento, quello scritto dopo la barra';
comment on column treasury.accertamento.fiscal_year is 'Esercizio a cui l''entrata è imputata';
comment on column treasury.accertamento.beneficiary_name is 'Denominazione dell''ente quando fu accertato: non cambia se l''ente cambia nome';
comment on column treasury.accertamento.payer_name is 'Denominazione di chi paga quando fu accertato';
comment on column treasury.accertamento.object is 'Servizio o convenzione';
comment on column treasury.accertamento.chapter is 'Capitolo di bilancio: codice e titolo';
comment on column treasury.accertamento.reduced is 'Somma delle riduzioni: la tiene il trigger, il programma non la può scrivere';
comment on column treasury.accertamento.collected is 'Somma degli abbinamenti non annullati: la tiene il trigger, il programma non la può scrivere';
comment on column treasury.accertamento.source is 'Chiave di chi lo registra: la stessa due volte è un accertamento solo';
-- Row-level security lets only leakproof comparisons reach an index: text, bigint and date are, numeric and like are not.
-- So lists order and filter by these plain columns, and search passes through the wording.
comment on column treasury.accertamento.payer_plain is 'Senza accenti né maiuscole, per ordinare e cercare con un indice';
create unique index accertamento_number on treasury.accertamento (centre_id, year, number);
create unique index accertamento_source on treasury.accertamento (centre_id, source) where source is not null;
create index accertamento_beneficiary_id on treasury.accertamento (centre_id, beneficiary_id);
create index accertamento_payer_id on treasury.accertamento (centre_id, payer_id);
create index accertamento_beneficiary on treasury.accertamento (centre_id, beneficiary_plain, id);
create index accertamento_payer on treasury.accertamento (centre_id, payer_plain, id);
create index accertamento_object on treasury.accertamento (centre_id, object_plain, id);
create index accertamento_fiscal_year on treasury.accertamento (centre_id, fiscal_year, id);
create index accertamento_owed on treasury.accertamento (centre_id, owed_cents, id);
create index accertamento_state on treasury.accertamento (centre_id, state, id);
create index accertamento_due on treasury.accertamento (centre_id, due) where state = 'ASSESSED';
create index accertamento_residual_index on treasury.accertamento (centre_id, residual_cents) where state = 'ASSESSED';
select opencit.protect('treasury.accertamento');
revoke insert, update, delete on treasury.accertamento from ${app};
grant insert (number, year, fiscal_year, act_kind, act_number, act_date, beneficiary_id, beneficiary_name, payer_id,
              payer_name, object, chapter, amount, due, source) on treasury.accertamento to ${app};
grant update (number, year, due, version) on treasury.accertamento to ${app};

create table treasury.wording (
    centre_id bigint not null default opencit.current_centre() references centres.centre,
    text      text   not null,
    primary key (centre_id, text)
);
comment on table treasury.wording is 'Le denominazioni e gli oggetti degli accertamenti, ciascuno una volta: si cerca qui e poi per uguaglianza';
select opencit.protect('treasury.wording');
revoke insert, update, delete on treasury.wording from ${app};

create function treasury.keep_wording() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into treasury.wording (centre_id, text)
    select distinct a.centre_id, w.text
      from added a, lateral (values (a.beneficiary_plain), (a.payer_plain), (a.object_plain)) as w(text)
    on conflict do nothing;
    return null;
end $$;
create trigger wording after insert on treasury.accertamento
    referencing new table as added for each statement execute function treasury.keep_wording();

create table treasury.reduction (
    centre_id       bigint        not null default opencit.current_centre() references centres.centre,
    id              bigint        generated always as identity,
    accertamento_id bigint        not null,
    amount          numeric(14,2) not null check (amount > 0),
    act_kind        text          not null check (act_kind <> ''),
    act_number      text          not null check (act_number <> ''),
    act_date        date          not null,
    reason          text          not null check (reason <> ''),
    recorded_by     text          not null default opencit.current_actor(),
    recorded_at     timestamptz   not null default clock_timestamp(),
    primary key (centre_id, id),
    foreign key (centre_id, accertamento_id) references treasury.accertamento (centre_id, id)
);
comment on table treasury.reduction is 'Riduzioni degli accertamenti (insussistenze, riaccertamento): si aggiungono, non si cambiano';
create index reduction_accertamento on treasury.reduction (centre_id, accertamento_id);
select opencit.protect('treasury.reduction');
revoke update, delete on treasury.reduction from ${app};

create function treasury.count_reduction() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    update treasury.accertamento
       set reduced = reduced + new.amount, version = version + 1
     where centre_id = new.centre_id and id = new.accertamento_id;
    return null;
end $$;
create trigger count after insert on treasury.reduction for each row execute function treasury.count_reduction();

create table treasury.provvisorio (
    centre_id        bigint        not null default opencit.current_centre() references centres.centre,
    id               bigint        generated always as identity,
    treasury_year    integer       not null check (treasury_year between 1900 and 2200),
    number           bigint        not null check (number > 0),
    received_on      date          not null,
    payer_name       text          not null default '',
    payer_tax_code   text          not null default '',
    organization_id  bigint,
    organization_name text         not null default '',
    reason           text          not null default '',
    amount           numeric(14,2) not null check (amount > 0),
    reversed         numeric(14,2) not null default 0 check (reversed >= 0),
    regularised      numeric(14,2) not null default 0 check (regularised >= 0),
    allocated        numeric(14,2) not null default 0 check (allocated >= 0),
    execution        text          not null default '',
    reference        text          not null default '',
    set_aside        text          check (set_aside <> ''),
    version          integer       not null default 0,
    residual         numeric(14,2) not null generated always as (amount - reversed - allocated) stored,
    regularise_by    date          not null generated always as (received_on + 60) stored,
    state            text          not null generated always as (
                         case when reversed = amount then 'REVERSED'
                              when greatest(allocated, regularised) >= amount - reversed then 'REGULARISED'
                              when set_aside is not null then 'SET_ASIDE'
                              when greatest(allocated, regularised) > 0 then 'PARTIAL'
                              else 'OPEN' end) stored,
    payer_plain      text          not null generated always as (opencit.plain(payer_name)) stored,
    amount_cents     bigint        not null generated always as ((amount * 100)::bigint) stored,
    residual_cents   bigint        not null generated always as (((amount - reversed - allocated) * 100)::bigint) stored,
    primary key (centre_id, id),
    unique (centre_id, treasury_year, number),
    foreign key (centre_id, organization_id) references organizations.organization (centre_id, id),
    constraint provvisorio_residual check (amount - reversed - allocated >= 0)
);
comment on table treasury.provvisorio is 'Provvisori (sospesi) di entrata: quello che il tesoriere ha incassato senza ordine (art. 180 c. 4 TUEL)';
comment on column treasury.provvisorio.treasury_year is 'Esercizio del tesoriere: il numero ricomincia ogni anno';
comment on column treasury.provvisorio.organization_id is 'Ente riconosciuto dal versante; nullo se non è un ente del centro';
comment on column treasury.provvisorio.organization_name is 'Sua denominazione quando fu riconosciuto';
comment on column treasury.provvisorio.reason is 'Causale del versamento';
comment on column treasury.provvisorio.reversed is 'Stornato dal tesoriere';
comment on column treasury.provvisorio.regularised is 'Regolarizzato con reversali, come dice il giornale di cassa';
comment on column treasury.provvisorio.allocated is 'Somma degli abbinamenti non annullati: la tiene il trigger, il programma non la può scrivere';
comment on column treasury.provvisorio.execution is 'Come è arrivato: tipo_esecuzione dello standard OPI';
comment on column treasury.provvisorio.reference is 'End-to-end id o riferimento dell''operazione';
comment on column treasury.provvisorio.set_aside is 'Perché non riguarda il centro; nullo se lo riguarda';
comment on column treasury.provvisorio.regularise_by is 'Sessanta giorni dalla data (art. 180 c. 4 TUEL)';
create index provvisorio_received on treasury.provvisorio (centre_id, received_on, id);
create index provvisorio_payer on treasury.provvisorio (centre_id, payer_plain, id);
create index provvisorio_amount on treasury.provvisorio (centre_id, amount_cents, id);
create index provvisorio_organization on treasury.provvisorio (centre_id, organization_id);
create index provvisorio_open on treasury.provvisorio (centre_id, regularise_by) where state in ('OPEN', 'PARTIAL');
select opencit.protect('treasury.provvisorio');
revoke insert, update, delete on treasury.provvisorio from ${app};
grant insert (treasury_year, number, received_on, payer_name, payer_tax_code, organization_id, organization_name,
              reason, amount, reversed, regularised, execution, reference) on treasury.provvisorio to ${app};
grant update (received_on, payer_name, payer_tax_code, organization_id, organization_name, reason, amount, reversed, regularised, execution,
              reference, set_aside, version) on treasury.provvisorio to ${app};

create table treasury.payment_reference (
    centre_id       bigint not null default opencit.current_centre() references centres.centre,
    id              bigint generated always as identity,
    accertamento_id bigint not null,
    reference       text   not null check (reference ~ '^[A-Z0-9-]{6,60}$'),
    primary key (centre_id, id),
    unique (centre_id, reference, accertamento_id),
    foreign key (centre_id, accertamento_id) references treasury.accertamento (centre_id, id)
);
comment on table treasury.payment_reference is 'Quello che un pagamento può citare: codice avviso, IUV, flusso di rendicontazione pagoPA';
create index payment_reference_accertamento on treasury.payment_reference (centre_id, accertamento_id);
select opencit.protect('treasury.payment_reference');

create table treasury.riscossione (
    centre_id        bigint  not null default opencit.current_centre() references centres.centre,
    id               bigint  generated always as identity,
    kind             text    not null check (kind <> ''),
    number           text    not null check (number <> ''),
    date             date    not null,
    fiscal_year      integer not null check (fiscal_year between 1900 and 2200),
    reversale_number text    check (reversale_number <> ''),
    reversale_date   date,
    primary key (centre_id, id),
    unique (centre_id, kind, fiscal_year, number),
    check (reversale_number is not null or reversale_date is null)
);
comment on table treasury.riscossione is 'Ordini di riscossione (ordinanza, reversale) che regolarizzano gli abbinamenti';
select opencit.protect('treasury.riscossione');
revoke delete on treasury.riscossione from ${app};

create table treasury.allocation (
    centre_id       bigint        not null default opencit.current_centre() references centres.centre,
    id              bigint        generated always as identity,
    provvisorio_id  bigint        not null,
    accertamento_id bigint        not null,
    amount          numeric(14,2) not null check (amount > 0),
    collected_on    date          not null,
    riscossione_id  bigint,
    recorded_by     text          not null default opencit.current_actor(),
    recorded_at     timestamptz   not null,
    undone_by       text,
    undone_at       timestamptz,
    undo_reason     text          check (undo_reason <> ''),
    primary key (centre_id, id),
    foreign key (centre_id, provvisorio_id) references treasury.provvisorio (centre_id, id),
    foreign key (centre_id, accertamento_id) references treasury.accertamento (centre_id, id),
    foreign key (centre_id, riscossione_id) references treasury.riscossione (centre_id, id),
    constraint allocation_undone check (num_nonnulls(undone_by, undone_at, undo_reason) in (0, 3)),
    constraint allocation_undone_has_no_order check (undone_at is null or riscossione_id is null)
);
comment on table treasury.allocation is 'Abbinamenti: quanto di un provvisorio incassa quale accertamento; annullati restano, con il motivo';
comment on column treasury.allocation.collected_on is 'Giorno in cui il tesoriere ha incassato: la data del provvisorio';
comment on column treasury.allocation.riscossione_id is 'Ordine che lo regolarizza; nullo finché non c''è';
create index allocation_provvisorio on treasury.allocation (centre_id, provvisorio_id);
create index allocation_accertamento on treasury.allocation (centre_id, accertamento_id);
create index allocation_riscossione on treasury.allocation (centre_id, riscossione_id);
select opencit.protect('treasury.allocation');
revoke update, delete on treasury.allocation from ${app};
grant update (riscossione_id, undone_by, undone_at, undo_reason) on treasury.allocation to ${app};

create function treasury.count_allocation() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    before_amount numeric := 0;
    after_amount  numeric := case when new.undone_at is null then new.amount else 0 end;
begin
    if tg_op = 'UPDATE' then
        before_amount := case when old.undone_at is null then old.amount else 0 end;
        if old.undone_at is not null and new.undone_at is null then
            raise exception 'An allocation that was undone stays so: make another' using errcode = 'check_violation';
        end if;
    end if;
    if after_amount <> before_amount then
        update treasury.provvisorio
           set allocated = allocated + after_amount - before_amount, version = version + 1
         where centre_id = new.centre_id and id = new.provvisorio_id;
        update treasury.accertamento
           set collected = collected + after_amount - before_amount, version = version + 1
         where centre_id = new.centre_id and id = new.accertamento_id;
    end if;
    return null;
end $$;
create trigger count after insert or update on treasury.allocation
    for each row execute function treasury.count_allocation();

revoke execute on function treasury.keep_wording(), treasury.count_reduction(), treasury.count_allocation() from public;
