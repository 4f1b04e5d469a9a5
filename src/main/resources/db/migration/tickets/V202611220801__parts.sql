-- SPDX-License-Identifier: EUPL-1.2
-- Most tickets are what was said, what happened and a clock. The others are told here, so that only they pay for the seven tables that
-- their page looks into besides. A ticket whose parts are all gone stays: its page only looks in vain.
create table tickets.ticket_parts (
    centre_id bigint not null default opencit.current_centre() references centres.centre,
    ticket_id bigint not null,
    primary key (centre_id, ticket_id),
    foreign key (centre_id, ticket_id) references tickets.ticket (centre_id, id)
);
comment on table tickets.ticket_parts is 'I ticket che hanno, o hanno avuto, file, attività, osservatori, collegamenti, duplicati, un giudizio o una richiesta di servizio';
call opencit.isolate('tickets.ticket_parts');
grant select, insert on tickets.ticket_parts to ${app};

create function tickets.note_parts() returns trigger
    language plpgsql as $$
begin
    insert into tickets.ticket_parts (centre_id, ticket_id)
    values (new.centre_id, (to_jsonb(new) ->> tg_argv[0])::bigint)
    on conflict do nothing;
    return null;
end $$;
comment on function tickets.note_parts() is 'Segna il ticket, che sta nella colonna detta, tra quelli che hanno parti';

create trigger note_parts after insert on tickets.attachment for each row execute function tickets.note_parts('ticket_id');
create trigger note_parts after insert on tickets.task for each row execute function tickets.note_parts('ticket_id');
create trigger note_parts after insert on tickets.observer for each row execute function tickets.note_parts('ticket_id');
create trigger note_parts after insert on tickets.opinion for each row execute function tickets.note_parts('ticket_id');
create trigger note_parts after insert on tickets.service_request for each row execute function tickets.note_parts('ticket_id');
create trigger note_parts after insert on tickets.ticket_merge for each row execute function tickets.note_parts('into_id');
create trigger note_parts after insert on tickets.ticket_link for each row execute function tickets.note_parts('ticket_id');
create trigger note_parts_of_other after insert on tickets.ticket_link for each row execute function tickets.note_parts('other_id');

-- Those there are, of every centre: who migrates need not be a superuser.
alter table tickets.attachment no force row level security;
alter table tickets.task no force row level security;
alter table tickets.observer no force row level security;
alter table tickets.opinion no force row level security;
alter table tickets.service_request no force row level security;
alter table tickets.ticket_merge no force row level security;
alter table tickets.ticket_link no force row level security;
alter table tickets.ticket_parts no force row level security;
alter table tickets.ticket no force row level security; -- its keys are looked at
insert into tickets.ticket_parts (centre_id, ticket_id)
select centre_id, ticket_id from tickets.attachment
union select centre_id, ticket_id from tickets.task
union select centre_id, ticket_id from tickets.observer
union select centre_id, ticket_id from tickets.opinion
union select centre_id, ticket_id from tickets.service_request
union select centre_id, into_id from tickets.ticket_merge
union select centre_id, ticket_id from tickets.ticket_link
union select centre_id, other_id from tickets.ticket_link;
alter table tickets.ticket force row level security;
alter table tickets.ticket_parts force row level security;
alter table tickets.ticket_link force row level security;
alter table tickets.ticket_merge force row level security;
alter table tickets.service_request force row level security;
alter table tickets.opinion force row level security;
alter table tickets.observer force row level security;
alter table tickets.task force row level security;
alter table tickets.attachment force row level security;
