-- After a crash PostgreSQL empties what it did not log. So no code of before is good then, redeemed or not, and none can be redeemed twice;
-- therefore redeeming one need not wait for the disk. Whoever held one is sent round once more.
alter table openid.code set unlogged;
