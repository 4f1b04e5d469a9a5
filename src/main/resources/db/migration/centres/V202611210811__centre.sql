-- SPDX-License-Identifier: EUPL-1.2
create schema centres;
comment on schema centres is 'Centri: i centri servizi territoriali che usano questa installazione';

create table centres.centre (
    id             bigint      generated always as identity primary key,
    code           text        not null unique check (code ~ '^[a-z][a-z0-9-]*$'),
    name           text        not null check (name <> ''),
    short_name     text        not null check (short_name <> ''),
    lead_body      text        not null,
    province_codes text[]      not null default '{}',
    primary_colour text        not null check (primary_colour ~ '^#[0-9a-f]{6}$'),
    accent_colour  text        not null check (accent_colour ~ '^#[0-9a-f]{6}$'),
    logo           bytea,
    logo_type      text,
    address        text        not null default '',
    phone          text        not null default '',
    email          text        not null default '',
    pec            text        not null default '',
    office_hours   text        not null default '',
    privacy_text   text        not null default '',
    legal_text     text        not null default '',
    is_default     boolean     not null default false,
    changed_at     timestamptz not null default now(),
    version        integer     not null default 0,
    check ((logo is null) = (logo_type is null))
);
comment on column centres.centre.code is 'Codice del centro e del suo corredo (kit)';
comment on column centres.centre.lead_body is 'Ente capofila: la Provincia o il Comune che gestisce il centro';
comment on column centres.centre.province_codes is 'Codici ISTAT delle province del territorio, per la mappa e le importazioni';
create unique index centre_default on centres.centre (is_default) where is_default;

create table centres.host (
    name      text   primary key check (name = lower(name)),
    centre_id bigint not null references centres.centre
);

-- The registry is read by all, since the host name chooses the centre; each centre changes only itself.
alter table centres.centre enable row level security;
alter table centres.centre force row level security;
create policy readable on centres.centre for select using (true);
create policy own on centres.centre for update using (id = opencit.current_centre());
create policy founding on centres.centre for insert with check (opencit.current_centre() is null);
alter table centres.host enable row level security;
alter table centres.host force row level security;
create policy readable on centres.host for select using (true);
create policy own on centres.host for all using (centre_id = opencit.current_centre()) with check (centre_id = opencit.current_centre());

create function centres.record_change() returns trigger
    language plpgsql as $$
begin
    insert into opencit.audit_entry (centre_id, action, table_name, row_id, before, after)
    values (new.id, tg_op, 'centres.centre', new.id::text,
            case when tg_op = 'UPDATE' then to_jsonb(old) - 'logo' end, to_jsonb(new) - 'logo');
    return null;
end $$;
create trigger audit after update on centres.centre for each row execute function centres.record_change();

grant usage on schema centres to ${app};
grant select, insert, update on centres.centre to ${app};
grant select, insert, update, delete on centres.host to ${app};
