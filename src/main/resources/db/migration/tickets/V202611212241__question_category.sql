-- SPDX-License-Identifier: EUPL-1.2
alter table tickets.citizen_desk
    add column question_category_id bigint,
    add foreign key (centre_id, question_category_id) references tickets.category (centre_id, id);
comment on column tickets.citizen_desk.question_category_id is 'Categoria di quello che si chiede dal sito pubblico; vuota per quella a parte, che nasce con la prima domanda';
