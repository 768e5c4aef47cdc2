-- What is taken at the console is brought by nobody with an account.
alter table exchange.import alter column uploaded_by drop not null;
