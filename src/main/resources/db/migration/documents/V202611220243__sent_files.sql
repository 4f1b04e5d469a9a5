-- SPDX-License-Identifier: EUPL-1.2
alter table documents.file
    drop constraint file_media_type_check,
    add constraint file_media_type check (media_type in ('application/pdf', 'application/pkcs7-mime', 'image/png', 'image/jpeg',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet',
        'message/rfc822', 'text/plain', 'text/csv'));
comment on table documents.file is 'File ricevuti, di atti e di conversazioni; il contenuto sta nella cartella dei file, sotto la sua impronta';
