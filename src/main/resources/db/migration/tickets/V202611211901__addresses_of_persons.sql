-- SPDX-License-Identifier: EUPL-1.2
-- Where somebody reads notices is said by the person itself and kept with it, once.
alter table tickets.staff_address no force row level security; -- of every centre
update access.person p set email = lower(a.email)
  from tickets.staff_address a
 where p.username = a.username and p.email = '' and not exists (select from access.person q where q.email = lower(a.email));
drop table tickets.staff_address;
