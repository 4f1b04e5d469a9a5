-- SPDX-License-Identifier: EUPL-1.2
-- What every capability stands on: extensions, the current centre, the protection of tenant tables, the audit trail.

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gist with schema public;

create schema opencit;
comment on schema opencit is 'Fondamenta: centro corrente, protezione delle tabelle, registro delle modifiche';

create function opencit.current_centre() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('opencit.centre', true), '')::bigint;
comment on function opencit.current_centre() is 'Il centro della transazione; nullo se nessuno l''ha indicato: allora nessuna riga si vede';

create function opencit.current_actor() returns text
    language sql stable parallel safe
    return coalesce(nullif(current_setting('opencit.actor', true), ''), 'system');

-- Immutable on purpose, to be indexed: the dictionary is named, so that the search path cannot change the answer.
create function opencit.plain(value text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, value));
comment on function opencit.plain(text) is 'Il testo senza accenti né maiuscole, per cercare e ordinare';

create table opencit.audit_entry (
    centre_id  bigint      not null default opencit.current_centre(),
    id         bigint      generated always as identity,
    at         timestamptz not null default clock_timestamp(),
    actor      text        not null default opencit.current_actor(),
    action     text        not null check (action in ('INSERT', 'UPDATE', 'DELETE')),
    table_name text        not null,
    row_id     text,
    before     jsonb,
    after      jsonb,
    primary key (centre_id, id)
);
comment on table opencit.audit_entry is 'Registro delle modifiche: si può solo aggiungere e leggere';
create index audit_entry_row on opencit.audit_entry (centre_id, table_name, row_id, id);

create function opencit.record_change() returns trigger
    language plpgsql as $$
declare
    old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    whole   jsonb := coalesce(new_row, old_row);
begin
    if old_row is distinct from new_row then
        insert into opencit.audit_entry (centre_id, action, table_name, row_id, before, after)
        values ((whole ->> 'centre_id')::bigint, tg_op, tg_table_schema || '.' || tg_table_name, whole ->> 'id',
                old_row, new_row);
    end if;
    return null;
end $$;

-- Each tenant table passes through here, right after it is made; a test walks the catalogue and finds who did not.
create procedure opencit.isolate(tenant_table regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format('create policy centre on %s using (centre_id = opencit.current_centre()) with check (centre_id = opencit.current_centre())', tenant_table);
end $$;

create function opencit.protect(tenant_table regclass) returns void
    language plpgsql as $$
declare
    schema_name text := (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = tenant_table);
begin
    call opencit.isolate(tenant_table);
    execute format('create trigger audit after insert or update or delete on %s for each row execute function opencit.record_change()', tenant_table);
    execute format('grant usage on schema %I to ${app}', schema_name);
    execute format('grant select, insert, update, delete on %s to ${app}', tenant_table);
end $$;

call opencit.isolate('opencit.audit_entry');
grant usage on schema opencit to ${app};
grant select, insert on opencit.audit_entry to ${app};
