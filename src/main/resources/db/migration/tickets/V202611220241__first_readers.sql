-- SPDX-License-Identifier: EUPL-1.2
alter table tickets.setting
    add column first_readers text not null default 'WORKERS',
    add column first_group bigint,
    add constraint setting_first_readers check (first_readers in ('WORKERS', 'GROUP', 'NOBODY')),
    add constraint setting_first_group check ((first_readers = 'GROUP') = (first_group is not null)),
    add foreign key (centre_id, first_group) references tickets.staff_group (centre_id, id);
comment on column tickets.setting.first_readers is 'A chi si scrive dei ticket che non sono di nessuno: coordinatori e operatori, un gruppo, nessuno';
comment on column tickets.setting.first_group is 'Il gruppo, se si scrive a un gruppo';

-- Whether a ticket is new and has still to be told; what is recorded of the past is no news.
alter table tickets.to_watch add column news boolean not null default false;
comment on column tickets.to_watch.news is 'Appena aperto: va detto a chi riceve i ticket nuovi';

create or replace function tickets.note_change() returns trigger
    language plpgsql as $$
begin
    -- Touches a row that is there already, so that who takes it waits for this transaction and reads what it wrote.
    insert into tickets.to_watch as w (centre_id, ticket_id, news)
    values (new.centre_id, new.id, tg_op = 'INSERT' and current_setting('opencit.past', true) is distinct from 'yes')
    on conflict (centre_id, ticket_id) do update set times = w.times + 1, news = w.news or excluded.news;
    return null;
end $$;

alter table tickets.alarm
    drop constraint alarm_kind_check,
    add constraint alarm_kind check (kind in ('NEW', 'TAKE_IN_CHARGE', 'SOLUTION', 'PAUSE'));
alter table tickets.alert
    drop constraint alert_kind_check,
    add constraint alert_kind check (kind in ('NEW', 'TAKE_IN_CHARGE', 'SOLUTION', 'PAUSE'));
