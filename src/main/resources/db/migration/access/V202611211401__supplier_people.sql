-- SPDX-License-Identifier: EUPL-1.2
alter table access.role_grant
    add column supplier_id bigint,
    drop constraint role_grant_role_check,
    drop constraint role_grant_check,
    drop constraint role_grant_centre_id_person_id_role_organization_id_key,
    add constraint role_grant_role check (role in ('COORDINATORE', 'AMMINISTRATIVO', 'OPERATORE', 'REDATTORE', 'REFERENTE', 'FORNITORE')),
    add constraint role_grant_body check ((role = 'REFERENTE') = (organization_id is not null)),
    add constraint role_grant_supplier check ((role = 'FORNITORE') = (supplier_id is not null)),
    add constraint role_grant_once unique nulls not distinct (centre_id, person_id, role, organization_id, supplier_id);
comment on column access.role_grant.supplier_id is 'Fornitore di cui la persona fa parte; vuoto per gli altri';
