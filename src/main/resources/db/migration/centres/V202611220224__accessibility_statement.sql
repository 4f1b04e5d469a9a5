-- SPDX-License-Identifier: EUPL-1.2
alter table centres.centre
    add column accessibility_statement text not null default ''
        check (accessibility_statement = '' or accessibility_statement ~ '^https://[^\s<>"]+$'),
    add column accessibility_feedback  text not null default ''
        check (accessibility_feedback = '' or accessibility_feedback ~ '^(https://[^\s<>"]+|[^\s<>"@]+@[^\s<>"@]+)$');
comment on column centres.centre.accessibility_statement is 'Indirizzo della dichiarazione di accessibilità compilata sul modulo di AgID; vuoto finché non c''è';
comment on column centres.centre.accessibility_feedback is 'Dove si segnala un ostacolo: un indirizzo di posta o una pagina; vuoto: la posta del centro';
