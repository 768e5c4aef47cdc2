-- a public body knows who is there by its statutory duty; people are informed and not asked
alter table openid.consent add column basis text not null default 'CONSENT' check (basis in ('CONSENT', 'DUTY'));
