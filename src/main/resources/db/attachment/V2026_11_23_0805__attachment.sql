create schema attachment;

-- One row for each file handed in or made; the content lies in the files folder under its hash, once for all rows that share it.
-- A content without a row, left by a transaction that was undone, harms nobody: nothing leads to it.
create table attachment.file (
    id         uuid primary key,
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    file_name  text not null,
    media_type text not null,
    size_bytes bigint not null check (size_bytes > 0),
    stored_at  timestamptz not null
);
