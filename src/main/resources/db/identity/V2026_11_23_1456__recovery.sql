alter table identity.account add recovered_at timestamptz;
comment on column identity.account.recovered_at is 'when a forgotten password was last set anew; for a day after, telephone and factors stay as they are';
