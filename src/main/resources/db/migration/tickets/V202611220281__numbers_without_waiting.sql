-- SPDX-License-Identifier: EUPL-1.2
-- A ticket's number came from a row that its transaction held until it was on disk: two tickets of a centre could not be
-- opened at once. A sequence gives numbers without waiting; one that is not used, of an opening that fails or that a crash
-- interrupts, is left out of the series.

create procedure tickets.begin_numbers(centre bigint, last bigint)
    language plpgsql as $$
begin
    execute format('create sequence tickets.%I as bigint', 'number_of_' || centre);
    if last > 0 then
        perform setval(format('tickets.%I', 'number_of_' || centre)::regclass, last);
    end if;
end $$;

-- As the owner of the tables: who serves may not make sequences, nor use that of another centre.
create function tickets.begin_numbers() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    call tickets.begin_numbers(new.id, 0);
    return null;
end $$;
create trigger begin_numbers after insert on centres.centre
    for each row execute function tickets.begin_numbers();

create function tickets.next_number() returns bigint
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    return nextval(format('tickets.%I', 'number_of_' || opencit.current_centre())::regclass);
end $$;
comment on function tickets.next_number() is 'Il numero del prossimo ticket del centro; un''apertura che non riesce lo lascia vuoto';

alter table tickets.counter no force row level security;
do $$
declare
    one record;
begin
    for one in select c.id, coalesce(n.last, 0) as last
                 from centres.centre c left join tickets.counter n on n.centre_id = c.id loop
        call tickets.begin_numbers(one.id, one.last);
    end loop;
end $$;
drop table tickets.counter;
revoke all on procedure tickets.begin_numbers(bigint, bigint) from public;

-- What belongs to a ticket belongs to its centre, and a ticket to that of its body: their keys say so together. A key to the
-- centre alone says it again, and each opening would hold the centre's row once for every table.
alter table tickets.ticket drop constraint ticket_centre_id_fkey;
alter table tickets.ticket_text drop constraint ticket_text_centre_id_fkey;
alter table tickets.ticket_event drop constraint ticket_event_centre_id_fkey;
alter table tickets.segment drop constraint segment_centre_id_fkey;
alter table tickets.entry drop constraint entry_centre_id_fkey;
