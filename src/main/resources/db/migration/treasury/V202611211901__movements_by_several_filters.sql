-- SPDX-License-Identifier: EUPL-1.2
-- A list of a million movements asked by year and state, or by service and year, in any order. Each order carries the
-- year and the state, so that an index tells which rows to leave out without reading them; two indexes count what is asked.
drop index treasury.accertamento_beneficiary, treasury.accertamento_payer, treasury.accertamento_object,
    treasury.accertamento_fiscal_year, treasury.accertamento_owed, treasury.accertamento_state;
create index accertamento_beneficiary on treasury.accertamento (centre_id, beneficiary_plain, id, fiscal_year, state);
create index accertamento_payer on treasury.accertamento (centre_id, payer_plain, id, fiscal_year, state);
create index accertamento_object on treasury.accertamento (centre_id, object_plain, id, fiscal_year, state);
create index accertamento_fiscal_year on treasury.accertamento (centre_id, fiscal_year, id, state);
create index accertamento_owed on treasury.accertamento (centre_id, owed_cents, id, fiscal_year, state);
create index accertamento_state on treasury.accertamento (centre_id, state, id, fiscal_year);
create index accertamento_year_and_state on treasury.accertamento (centre_id, fiscal_year, state, owed_cents);
create index accertamento_object_and_year on treasury.accertamento (centre_id, object_plain, fiscal_year, state);
