-- SPDX-License-Identifier: EUPL-1.2
create schema tariffs;
comment on schema tariffs is 'Tariffe: versioni con validità e atto';

create table tariffs.tariff_version (
    centre_id    bigint      not null default opencit.current_centre() references centres.centre,
    id           bigint      generated always as identity,
    code         text        not null check (code ~ '^[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*$'),
    title        text        not null check (title <> ''),
    valid_from   date        not null,
    valid_to     date        check (valid_to >= valid_from),
    state        text        not null default 'DRAFT' check (state in ('DRAFT', 'IN_FORCE')),
    act_kind     text        check (act_kind <> ''),
    act_body     text        check (act_body <> ''),
    act_number   text,
    act_date     date,
    act_text     text,
    body         jsonb       not null,
    derived_from text,
    created_by   text        not null default opencit.current_actor(),
    created_at   timestamptz not null default now(),
    changed_by   text        not null default opencit.current_actor(),
    changed_at   timestamptz not null default now(),
    version      integer     not null default 0,
    primary key (centre_id, id),
    constraint in_force_by_an_act check (state = 'DRAFT' or num_nulls(act_kind, act_body) = 0),
    constraint one_in_force_at_a_time exclude using gist
        (centre_id with =, code with =, daterange(valid_from, valid_to, '[]') with &&) where (state = 'IN_FORCE')
);
comment on table tariffs.tariff_version is 'Versioni delle tariffe: quelle in vigore non si modificano, si sostituiscono con una successiva';
comment on column tariffs.tariff_version.code is 'Convenzione e nome, per esempio brescia-2015-2020/quota';
comment on column tariffs.tariff_version.valid_to is 'Ultimo giorno; vuoto se aperta. In una versione in vigore può solo anticipare, quando comincia la successiva';
comment on column tariffs.tariff_version.act_number is 'Vuoto quando le fonti di un corredo non lo indicano';
comment on column tariffs.tariff_version.body is 'La tariffa intera nella forma JSON; titolo, validità e atto fanno fede nelle colonne';
comment on column tariffs.tariff_version.derived_from is 'Codice della tariffa di un corredo, o di questo centro, da cui la bozza è partita';
select opencit.protect('tariffs.tariff_version');

create function tariffs.keep_in_force() returns trigger
    language plpgsql as $$
begin
    if old.state = 'DRAFT' then
        return case when tg_op = 'DELETE' then old else new end;
    end if;
    if tg_op = 'DELETE'
       or to_jsonb(old) - array ['valid_to', 'changed_by', 'changed_at', 'version']
          is distinct from to_jsonb(new) - array ['valid_to', 'changed_by', 'changed_at', 'version']
       or coalesce(new.valid_to > old.valid_to, new.valid_to is null and old.valid_to is not null) then
        raise exception 'Tariff version % is in force: it can only be followed by another', old.id;
    end if;
    return new;
end $$;
create trigger keep_in_force before update or delete on tariffs.tariff_version
    for each row execute function tariffs.keep_in_force();
