-- SPDX-License-Identifier: EUPL-1.2
create table portal.enrolment (
    centre_id       bigint      not null default opencit.current_centre() references centres.centre,
    id              bigint      generated always as identity,
    content_id      bigint      not null,
    state           text        not null check (state in ('ENROLLED', 'WAITING', 'GIVEN_UP')),
    name            text        not null check (name <> ''),
    surname         text        not null check (surname <> ''),
    body            text        not null default '',
    email           text        not null check (email <> ''),
    language        text        not null check (language in ('it', 'en')),
    privacy_text_id bigint      not null,
    consented_at    timestamptz not null,
    changed_at      timestamptz not null,
    primary key (centre_id, id),
    foreign key (centre_id, content_id) references portal.content (centre_id, id),
    foreign key (centre_id, privacy_text_id) references tickets.privacy_text (centre_id, id)
);
comment on table portal.enrolment is 'Chi partecipa a un evento, chi aspetta un posto e chi vi ha rinunciato';
comment on column portal.enrolment.body is 'Comune o ente, come l''ha scritto chi si iscrive';
comment on column portal.enrolment.consented_at is 'Quando si è iscritto, e ha accettato quel testo dell''informativa';
create unique index enrolment_once on portal.enrolment (centre_id, content_id, lower(email)) where state <> 'GIVEN_UP';
create index enrolment_in_order on portal.enrolment (centre_id, content_id, state, id);
select opencit.protect('portal.enrolment');
revoke delete on portal.enrolment from ${app};
