-- SPDX-License-Identifier: EUPL-1.2
-- The dues of a year: a draft that is computed again, then approved by an act and never changed.

create table receipts.dues_run (
    centre_id          bigint        not null default opencit.current_centre() references centres.centre,
    id                 bigint        generated always as identity,
    year               integer       not null check (year between 2000 and 2100),
    number             integer       not null check (number > 0),
    state              text          not null default 'DRAFT' check (state in ('DRAFT', 'APPROVED')),
    digest             text          not null check (digest ~ '^[0-9a-f]{64}$'),
    lines              integer       not null check (lines >= 0),
    gaps               integer       not null check (gaps >= 0),
    net                numeric(14,2) not null,
    vat                numeric(14,2) not null,
    amount             numeric(14,2) not null,
    computed_at        timestamptz   not null,
    computed_by        text          not null default opencit.current_actor(),
    computations       integer       not null default 1 check (computations > 0),
    act_kind           text          check (act_kind <> ''),
    act_number         text          check (act_number <> ''),
    act_date           date,
    chapter            text          check (chapter <> ''),
    fiscal_year        integer       check (fiscal_year between 2000 and 2100),
    first_accertamento bigint        check (first_accertamento > 0),
    approved_at        timestamptz,
    approved_by        text,
    primary key (centre_id, id),
    unique (centre_id, year, number),
    constraint run_total check (amount = net + vat),
    constraint run_approval check (
        num_nonnulls(act_kind, act_number, act_date, chapter, fiscal_year, approved_at, approved_by)
            = case state when 'APPROVED' then 7 else 0 end)
);
create unique index one_draft on receipts.dues_run (centre_id, year) where state = 'DRAFT';
comment on table receipts.dues_run is 'Ruoli delle entrate di un anno: il primo contiene tutto il dovuto, i seguenti le rettifiche';
comment on column receipts.dues_run.digest is 'Impronta di tutte le righe: chi approva dichiara quale bozza ha letto';
comment on column receipts.dues_run.gaps is 'Quante voci non si possono calcolare';
comment on column receipts.dues_run.computations is 'Quante volte la bozza è cambiata a un calcolo';
comment on column receipts.dues_run.first_accertamento is 'Numero del primo accertamento; i seguenti sono progressivi';
select opencit.protect('receipts.dues_run');

create table receipts.due_line (
    centre_id      bigint        not null default opencit.current_centre() references centres.centre,
    id             bigint        generated always as identity,
    run_id         bigint        not null,
    key            text          not null check (key <> ''),
    beneficiary_id bigint        not null,
    beneficiary    text          not null,
    payer_id       bigint        not null,
    payer          text          not null,
    kind           text          not null check (kind in ('QUOTA', 'ACTIVATION', 'YEARLY', 'CONSUMPTION')),
    title          text          not null check (title <> ''),
    term_from      date          not null,
    term_to        date          not null check (term_to >= term_from),
    tariff_code    text          not null,
    tariff_version bigint,
    owed           numeric(14,2) not null check (owed >= 0),
    before         numeric(14,2) not null check (before >= 0),
    net            numeric(14,2) not null,
    vat            numeric(14,2) not null,
    amount         numeric(14,2) not null,
    vat_reference  text          not null,
    warnings       text          not null,
    because        text          not null default '',
    print          uuid          not null,
    why            json          not null,
    primary key (centre_id, id),
    unique (centre_id, run_id, key, payer_id),
    foreign key (centre_id, run_id) references receipts.dues_run (centre_id, id),
    foreign key (centre_id, beneficiary_id) references organizations.organization (centre_id, id),
    foreign key (centre_id, payer_id) references organizations.organization (centre_id, id),
    constraint line_is_what_is_missing check (amount = owed - before and amount = net + vat)
);
comment on table receipts.due_line is 'Righe del dovuto: una per voce e per ente pagante; approvate, non cambiano più';
comment on column receipts.due_line.key is 'Chiave della voce, uguale a ogni calcolo, per esempio quota:3:56';
comment on column receipts.due_line.beneficiary is 'Come si chiama l''ente al momento del calcolo';
comment on column receipts.due_line.owed is 'Quanto il pagante deve per la voce secondo questo calcolo, IVA compresa';
comment on column receipts.due_line.before is 'Quanto era già stato approvato nell''anno per la stessa voce e lo stesso pagante';
comment on column receipts.due_line.amount is 'Importo della riga: la differenza; negativo se è una rettifica a favore dell''ente';
comment on column receipts.due_line.because is 'Per le rettifiche: che cosa è cambiato';
comment on column receipts.due_line.print is 'Impronta della riga: due righe uguali hanno la stessa';
comment on column receipts.due_line.why is 'Spiegazione: tariffa, dati, passi, avvertenze';
create index due_line_payer on receipts.due_line (centre_id, payer_id);
create index due_line_beneficiary on receipts.due_line (centre_id, beneficiary_id);
select opencit.protect('receipts.due_line');

-- A run writes a hundred thousand lines at once and each carries its run: their insertion is one entry of the audit
-- trail per statement; what happens to a line later is recorded line by line.
drop trigger audit on receipts.due_line;
create trigger audit after update or delete on receipts.due_line for each row execute function opencit.record_change();

create function receipts.lines_added() returns trigger
    language plpgsql as $$
begin
    if exists (select from (select distinct centre_id, run_id from added) a
                 left join receipts.dues_run r on r.centre_id = a.centre_id and r.id = a.run_id
                where r.state is distinct from 'DRAFT') then
        raise exception 'The lines of an approved run are fixed' using errcode = 'restrict_violation';
    end if;
    insert into opencit.audit_entry (centre_id, action, table_name, row_id, after)
    select centre_id, 'INSERT', 'receipts.due_line', run_id, jsonb_build_object('run', run_id, 'lines', count(*), 'amount', sum(amount))
      from added
     group by centre_id, run_id;
    return null;
end $$;
create trigger lines_added after insert on receipts.due_line
    referencing new table as added for each statement execute function receipts.lines_added();

create function receipts.keep_line() returns trigger
    language plpgsql as $$
begin
    if (select state from receipts.dues_run where centre_id = old.centre_id and id = old.run_id) is distinct from 'DRAFT' then
        raise exception 'Line % is approved: it is fixed', old.id using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger fixed before update or delete on receipts.due_line for each row execute function receipts.keep_line();

create function receipts.keep_run() returns trigger
    language plpgsql as $$
begin
    if old.state = 'APPROVED' then
        raise exception 'Run % is approved: it is fixed', old.id using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger fixed before update or delete on receipts.dues_run for each row execute function receipts.keep_run();

create table receipts.due_gap (
    centre_id      bigint not null default opencit.current_centre() references centres.centre,
    id             bigint generated always as identity,
    run_id         bigint not null,
    key            text   not null check (key <> ''),
    beneficiary_id bigint not null,
    title          text   not null check (title <> ''),
    reason         text   not null check (reason <> ''),
    primary key (centre_id, id),
    unique (centre_id, run_id, key),
    foreign key (centre_id, run_id) references receipts.dues_run (centre_id, id),
    foreign key (centre_id, beneficiary_id) references organizations.organization (centre_id, id)
);
comment on table receipts.due_gap is 'Voci che non si possono calcolare, con il motivo: approvando si lasciano fuori';
select opencit.protect('receipts.due_gap');

create table receipts.dues_change (
    centre_id      bigint        not null default opencit.current_centre() references centres.centre,
    id             bigint        generated always as identity,
    run_id         bigint        not null,
    key            text          not null check (key <> ''),
    beneficiary_id bigint        not null,
    payer_id       bigint        not null,
    title          text          not null,
    before         numeric(14,2),
    after          numeric(14,2),
    because        text          not null,
    primary key (centre_id, id),
    unique (centre_id, run_id, key, payer_id),
    foreign key (centre_id, run_id) references receipts.dues_run (centre_id, id),
    foreign key (centre_id, beneficiary_id) references organizations.organization (centre_id, id),
    foreign key (centre_id, payer_id) references organizations.organization (centre_id, id),
    constraint change_has_a_side check (num_nonnulls(before, after) > 0)
);
comment on table receipts.dues_change is 'Che cosa è cambiato nella bozza con l''ultimo calcolo, e perché';
comment on column receipts.dues_change.before is 'Importo dovuto prima; vuoto per una riga nuova';
comment on column receipts.dues_change.after is 'Importo dovuto dopo; vuoto per una riga che non c''è più';
select opencit.protect('receipts.dues_change');
