-- attempts are counted by a login's hash; the security administrator sees whose it is
create index account_login_hash on identity.account (left(encode(sha256(login::bytea), 'hex'), 32));
