-- The name stands in pages: "registrato da sistema".
create or replace function opencit.current_actor() returns text
    language sql stable parallel safe
    return coalesce(nullif(current_setting('opencit.actor', true), ''), 'sistema');
